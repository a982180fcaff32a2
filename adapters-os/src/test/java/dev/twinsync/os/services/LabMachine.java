package dev.twinsync.os.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.UnitId;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The throw-away machine that the tests of tag {@code lab} run on, as root. */
final class LabMachine {

    static final CommandRunner COMMANDS = new SystemCommandRunner();
    static final SystemdServices SYSTEMD = new SystemdServices(COMMANDS);

    private LabMachine() {}

    /** Puts a unit file where a package would, and tells systemd nothing of it. */
    static UnitId unit(String name, String... lines) {
        return file("system", name, lines);
    }

    static UnitId userUnit(String user, String name, String... lines) {
        return UnitId.of(user + "/" + file("user", name, lines).name()).orElseThrow();
    }

    private static UnitId file(String kind, String name, String... lines) {
        try {
            Files.write(Path.of("/usr/lib/systemd", kind, name), List.of(lines));
            return UnitId.of(name).orElseThrow();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** As after a careless {@code rm}: its file is gone, and it runs. */
    static UnitId runningWithoutFile(String name) {
        var unit = unit(name, daemon());
        must("systemctl", "daemon-reload");
        must("systemctl", "start", name);
        must("rm", "/usr/lib/systemd/system/" + name);
        must("systemctl", "daemon-reload");
        return unit;
    }

    static String[] daemon(String... more) {
        var head = List.of("[Service]", "ExecStart=/bin/sleep infinity", "[Install]", "WantedBy=multi-user.target");
        return Stream.concat(head.stream(), List.of(more).stream()).toArray(String[]::new);
    }

    static Attempt perform(ServiceAction action) {
        return SYSTEMD.apply(List.of(action), Progress.SILENT);
    }

    static Optional<LiveService> see(UnitId unit) {
        return look(unit.key()).find(unit.key());
    }

    @SuppressWarnings("unchecked") // what this backend sees
    static Seen<LiveService> look(String... keys) {
        return assertInstanceOf(Seen.class, SYSTEMD.observe(new Scope.Only(Set.of(keys))));
    }

    /** What a program of the machine itself says: the oracle. */
    static String run(String program, String... arguments) {
        var command = Command.of(program, arguments).withLimit(Duration.ofMinutes(3));
        var ended = assertInstanceOf(Result.Ended.class, COMMANDS.run(command));
        return ended.text().strip();
    }

    static void must(String program, String... arguments) {
        var command = Command.of(program, arguments)
                .withLimit(Duration.ofMinutes(3))
                .withEnvironment(Map.of("DEBIAN_FRONTEND", "noninteractive"));
        var ended = assertInstanceOf(Result.Ended.class, COMMANDS.run(command));
        assertEquals(0, ended.exit(), ended::message);
    }
}
