package dev.twinsync.os.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.network.InterfaceName;
import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.Profile;
import dev.twinsync.domain.network.ProfileName;
import dev.twinsync.domain.network.ProfileType;
import dev.twinsync.domain.network.ProfileUuid;
import dev.twinsync.domain.network.SecretFile;
import dev.twinsync.domain.network.SecretFiles;
import dev.twinsync.domain.network.SecretKey;
import dev.twinsync.domain.network.Settings;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The throw-away machine that the tests of tag {@code lab} run on, as root: eth0 and eth1 lead to 10.77.0.1. */
final class NetworkLab {

    static final CommandRunner COMMANDS = new SystemCommandRunner();
    static final SecretFiles NO_SECRETS = SecretFiles.NONE;
    static final Duration TIMEOUT = Duration.ofSeconds(60);

    private NetworkLab() {}

    static NetworkManagerConnections network() {
        return network(TIMEOUT);
    }

    static NetworkManagerConnections network(Duration timeout) {
        return new NetworkManagerConnections(timeout);
    }

    static String newUuid() {
        return UUID.randomUUID().toString();
    }

    static Profile profile(String uuid, String id, String type, String device, boolean autoconnect, Settings settings) {
        return new Profile(
                new ProfileUuid(uuid),
                new ProfileName(id),
                new ProfileType(type),
                Optional.of(device).filter(name -> !name.isEmpty()).map(InterfaceName::new),
                autoconnect,
                0,
                settings);
    }

    static Settings settings(Map<String, Map<String, GVariant>> sections) {
        return new Settings(sections);
    }

    static Settings addressed(String address, String gateway) {
        var fields = new Facts(Map.of("address", text(address), "prefix", number(24)));
        return settings(Map.of(
                "ipv4",
                Map.of(
                        "method", text("manual"),
                        "address-data", new GVariant.Array(Facts.TYPE, List.of(fields.dictionary())),
                        "gateway", text(gateway)),
                "ipv6",
                Map.of("method", text("disabled"))));
    }

    static Settings automatic() {
        return settings(Map.of("ipv4", Map.of("method", text("auto")), "ipv6", Map.of("method", text("auto"))));
    }

    static GVariant text(String text) {
        return new GVariant.Text(GType.Basic.STRING, text);
    }

    static GVariant number(long number) {
        return new GVariant.Whole(GType.Basic.UINT32, BigInteger.valueOf(number));
    }

    static GVariant bytes(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static GVariant bytes(byte[] bytes) {
        var items = new ArrayList<GVariant>();
        for (byte one : bytes) {
            items.add(new GVariant.Whole(GType.Basic.BYTE, BigInteger.valueOf(Byte.toUnsignedInt(one))));
        }
        return new GVariant.Array(GType.Basic.BYTE, items);
    }

    static SecretFiles secret(String key, Path file) {
        return new SecretFiles(Map.of(SecretKey.parse(key), new SecretFile(file.toString())));
    }

    static Path secretFile(String secret) {
        try {
            var rights = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            return Files.writeString(Files.createTempFile(Path.of("/root"), "lab-", ".secret", rights), secret + "\n");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Done and confirmed. */
    static void done(NetworkAction... actions) {
        var network = network();
        var all = List.of(actions);
        var attempt = network.apply(all, Progress.SILENT);
        assertInstanceOf(Attempt.OnProbation.class, attempt, attempt::toString);
        assertEquals(new Attempt.Ran(), network.keep(all));
    }

    static Optional<LiveProfile> see(String uuid) {
        return look(new Scope.Only(Set.of(uuid))).find(uuid);
    }

    static Seen<LiveProfile> everything(String... declared) {
        return look(new Scope.Everything(Set.of(declared)));
    }

    @SuppressWarnings("unchecked") // what this backend sees
    static Seen<LiveProfile> look(Scope scope) {
        return assertInstanceOf(Seen.class, network().observe(scope));
    }

    static Profile seen(String uuid) {
        return see(uuid).orElseThrow().profile();
    }

    /** What nmcli says of a profile, with its secrets: another client than twin. */
    static String nmcli(String field, String uuid) {
        return run("nmcli", "-s", "-e", "no", "-g", field, "connection", "show", uuid);
    }

    /** What NetworkManager has on the disk of a profile, but for the time of its last use. */
    static String onDisk(String uuid) {
        var file = must("grep", "-rlF", "uuid=" + uuid, "/etc/NetworkManager/system-connections")
                .strip();
        return must("grep", "-v", "^timestamp=", file);
    }

    /** Asked while NetworkManager is at it, it may have no secret to tell for a moment. */
    static void assertSoon(String expected, Supplier<String> actual) {
        var told = actual.get();
        for (int look = 0; look < 50 && !expected.equals(told); look++) {
            new SystemTicker().pause(Duration.ofMillis(100));
            told = actual.get();
        }
        assertEquals(expected, told);
    }

    static String activeOn(String device) {
        return run("nmcli", "-g", "GENERAL.CON-UUID", "device", "show", device);
    }

    static String checkpoints() {
        return run(
                "busctl",
                "get-property",
                "org.freedesktop.NetworkManager",
                "/org/freedesktop/NetworkManager",
                "org.freedesktop.NetworkManager",
                "Checkpoints");
    }

    static String run(String program, String... arguments) {
        return ended(program, arguments).text().strip();
    }

    static String must(String program, String... arguments) {
        var ended = ended(program, arguments);
        assertEquals(0, ended.exit(), ended::message);
        return ended.text().strip();
    }

    private static Result.Ended ended(String program, String... arguments) {
        return assertInstanceOf(
                Result.Ended.class, COMMANDS.run(Command.of(program, arguments).withLimit(Duration.ofMinutes(2))));
    }

    static void waitFor(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
