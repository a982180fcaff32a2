package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;

/**
 * A connection to NetworkManager. Calls are made as plain messages, so an error keeps its name; the bus is told not to start
 * a NetworkManager that somebody stopped.
 */
final class NetworkBus implements AutoCloseable {

    static final String NOT_RUNNING = "NetworkManager is not running";
    static final String NEEDS_ROOT = "NetworkManager allows this to root only, or by a polkit rule";

    private static final String NETWORK_MANAGER = "org.freedesktop.NetworkManager";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    private static final byte DO_NOT_START = 2;
    private static final Duration CALL_LIMIT = Duration.ofSeconds(60);
    private static final Pattern NOBODY_THERE =
            Pattern.compile("org\\.freedesktop\\.DBus\\.Error\\.(ServiceUnknown|NameHasNoOwner)");
    private static final Pattern PERMISSION = Pattern.compile(".*\\.(PermissionDenied|AccessDenied|NotPrivileged)");

    private final DBusConnection connection;

    private NetworkBus(DBusConnection connection) {
        this.connection = connection;
    }

    /** @param address as in {@code unix:path=/run/dbus/system_bus_socket} */
    static Answer<NetworkBus> open(String address) {
        try {
            return new Answer.Given<>(new NetworkBus(
                    DBusConnectionBuilder.forAddress(address).withShared(false).build()));
        } catch (DBusException | DBusExecutionException failed) {
            return new Answer.None<>("", "there is no D-Bus at " + address + ": " + failed.getMessage());
        }
    }

    /**
     * Calls a method of one of NetworkManager's objects and gives back what it returns.
     *
     * @param type what NetworkManager calls the interface, without its own name: {@code Settings.Connection}; empty: its own
     */
    Answer<List<GVariant>> call(String path, String type, String method, GVariant... arguments) {
        return ask(path, type.isEmpty() ? NETWORK_MANAGER : NETWORK_MANAGER + "." + type, method, List.of(arguments));
    }

    /** All properties that an object has as one of this type. */
    Answer<Facts> facts(String path, String type) {
        var wanted =
                new GVariant.Text(GType.Basic.STRING, type.isEmpty() ? NETWORK_MANAGER : NETWORK_MANAGER + "." + type);
        return ask(path, PROPERTIES, "GetAll", List.of(wanted)).map(reply -> Facts.of(reply.getFirst()));
    }

    private Answer<List<GVariant>> ask(String path, String type, String method, List<GVariant> arguments) {
        try {
            var signature =
                    arguments.stream().map(each -> each.type().signature()).collect(Collectors.joining());
            var call = connection
                    .getMessageFactory()
                    .createMethodCall(
                            null,
                            NETWORK_MANAGER,
                            path,
                            type,
                            method,
                            DO_NOT_START,
                            signature.isEmpty() ? null : signature,
                            BusValues.plain(arguments));
            connection.sendMessage(call);
            return read(method, call.getReply(CALL_LIMIT.toMillis()));
        } catch (DBusException | DBusExecutionException failed) {
            return new Answer.None<>("", "NetworkManager could not be asked over D-Bus: " + failed.getMessage());
        }
    }

    private static Answer<List<GVariant>> read(String method, Message reply) throws DBusException {
        if (reply == null) {
            return new Answer.None<>(
                    "", "NetworkManager did not answer " + method + " within " + CALL_LIMIT.toSeconds() + " s");
        }
        if (reply instanceof Error error) {
            return new Answer.None<>(error.getName(), reason(error));
        }
        var signature = Optional.ofNullable(reply.getSig()).orElse("");
        return new Answer.Given<>(BusValues.read(signature, reply.getParameters()));
    }

    private static String reason(Error error) throws DBusException {
        if (NOBODY_THERE.matcher(error.getName()).matches()) {
            return NOT_RUNNING;
        }
        if (PERMISSION.matcher(error.getName()).matches()) {
            return NEEDS_ROOT;
        }
        var words = error.getParameters();
        return Refusal.inWords(words == null || words.length == 0 ? error.getName() : String.valueOf(words[0]));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException gone) {
            connection.disconnect();
        }
    }
}
