package dev.twinsync.os.services;

import dev.twinsync.os.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;

/**
 * A connection to systemd's Manager object. Calls are made as plain messages: an error then keeps its D-Bus name, which
 * the proxies of dbus-java lose, and nothing is found by reflection.
 */
final class SystemdBus implements AutoCloseable {

    static final String NEEDS_ROOT = "this needs root, or a polkit rule that allows it";

    private static final String SYSTEMD = "org.freedesktop.systemd1";
    private static final String OBJECT = "/org/freedesktop/systemd1";
    private static final String MANAGER = "org.freedesktop.systemd1.Manager";
    private static final String PERMISSION =
            "org.freedesktop.DBus.Error.(AccessDenied|InteractiveAuthorizationRequired|AuthFailed)";
    private static final Duration CALL_LIMIT = Duration.ofSeconds(90);

    private final DBusConnection connection;
    private final Map<String, CompletableFuture<String>> jobs = new ConcurrentHashMap<>();

    private SystemdBus(DBusConnection connection) {
        this.connection = connection;
    }

    /** @param address as in {@code unix:path=/run/dbus/system_bus_socket} */
    static Answer<SystemdBus> open(String address) {
        try {
            var bus = new SystemdBus(
                    DBusConnectionBuilder.forAddress(address).withShared(false).build());
            return bus.listen();
        } catch (DBusException | DBusExecutionException failed) {
            return new Answer.None<>("there is no D-Bus at " + address + ": " + failed.getMessage());
        }
    }

    /** Before any job is asked for: it may end before the answer to the call is read. */
    private Answer<SystemdBus> listen() throws DBusException {
        connection.addGenericSigHandler(jobRemoved(), this::remember);
        return switch (call("Subscribe", "")) {
            case Answer.Given<Object[]> _ -> new Answer.Given<>(this);
            case Answer.None<Object[]>(var reason) -> {
                close();
                yield new Answer.None<>(reason);
            }
        };
    }

    private static DBusMatchRule jobRemoved() {
        return DBusMatchRuleBuilder.create()
                .withType("signal")
                .withInterface(MANAGER)
                .withMember("JobRemoved")
                .build();
    }

    /** {@code JobRemoved(u id, o job, s unit, s result)}. */
    private void remember(DBusSignal signal) {
        try {
            var fields = signal.getParameters();
            job(String.valueOf(fields[1])).complete(String.valueOf(fields[3]));
        } catch (DBusException unreadable) {
            throw new DBusExecutionException(unreadable.getMessage(), unreadable);
        }
    }

    private CompletableFuture<String> job(String path) {
        return jobs.computeIfAbsent(path, _ -> new CompletableFuture<>());
    }

    /** Calls a method of the manager and gives back what it returns. */
    Answer<Object[]> call(String method, String signature, Object... arguments) {
        try {
            var call = connection
                    .getMessageFactory()
                    .createMethodCall(
                            null,
                            SYSTEMD,
                            OBJECT,
                            MANAGER,
                            method,
                            (byte) 0,
                            signature.isEmpty() ? null : signature,
                            arguments);
            connection.sendMessage(call);
            return read(method, call.getReply(CALL_LIMIT.toMillis()));
        } catch (DBusException | DBusExecutionException failed) {
            return new Answer.None<>("systemd could not be asked over D-Bus: " + failed.getMessage());
        }
    }

    private static Answer<Object[]> read(String method, Message reply) throws DBusException {
        if (reply == null) {
            return new Answer.None<>("systemd did not answer " + method + " within " + CALL_LIMIT.toSeconds() + " s");
        }
        if (!(reply instanceof Error error)) {
            var values = reply.getParameters();
            return new Answer.Given<>(values == null ? new Object[0] : values);
        }
        if (error.getName().matches(PERMISSION)) {
            return new Answer.None<>(NEEDS_ROOT);
        }
        var words = error.getParameters();
        return new Answer.None<>(
                "systemd refused: " + (words == null || words.length == 0 ? error.getName() : words[0]));
    }

    /** Asks for a job, as by {@code StartUnit}, and waits for its end: {@code done}, {@code failed}, {@code skipped} ... */
    Answer<String> job(String method, String unit, Duration limit) {
        return call(method, "ss", unit, "replace").then(reply -> await(String.valueOf(reply[0]), limit));
    }

    private Answer<String> await(String path, Duration limit) {
        try {
            return new Answer.Given<>(job(path).get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException tooLong) {
            return new Answer.None<>("systemd is not done after " + limit.toSeconds() + " s and goes on with it");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.None<>(Patience.INTERRUPTED);
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        } finally {
            jobs.remove(path);
        }
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
