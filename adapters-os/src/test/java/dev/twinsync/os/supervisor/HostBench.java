package dev.twinsync.os.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.supervisor.AddonSettings;
import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.OptionValue;
import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.domain.supervisor.RepositorySource;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.SimulatedTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The backend before a fake, with time that passes only where somebody waits. */
final class HostBench implements AutoCloseable {

    static final AddonSlug MQTT = new AddonSlug("core_mosquitto");
    static final AddonSlug SSH = new AddonSlug("core_ssh");
    static final AddonSlug OWN = new AddonSlug("local_twin");
    static final RepositorySource EXAMPLE = new RepositorySource(FakeHouse.EXAMPLE);
    static final AddonSlug HELLO = new AddonSlug(FakeHouse.slug(FakeHouse.EXAMPLE) + "_hello");

    final FakeSupervisor fake = new FakeSupervisor();
    final SimulatedTicker ticker = new SimulatedTicker();
    final SupervisedHost host;

    /** What was told on the way. */
    final List<String> told = new ArrayList<>();

    /** @param folder for secrets in files */
    HostBench(Path folder) {
        host = new SupervisedHost(new SupervisorAccess(
                Map.of("SUPERVISOR_TOKEN", FakeSupervisor.TOKEN, "SUPERVISOR_ENDPOINT", fake.address()),
                folder,
                folder.resolve("ha"),
                Self.ofThisProcess().uid(),
                folder,
                new ScriptedCommands(),
                ticker));
    }

    @Override
    public void close() {
        fake.close();
    }

    FakeHouse house() {
        return fake.house();
    }

    FakeAddon mqtt() {
        return house().addon(MQTT.text()).orElseThrow();
    }

    static ReleaseName version(String text) {
        return new ReleaseName(text);
    }

    Attempt apply(SupervisorAction action) {
        var percents = new ArrayList<Integer>();
        var attempt = host.apply(List.of(action), new Progress() {
            @Override
            public void at(int percent, String what) {
                percents.add(percent);
                told.add(what);
            }

            @Override
            public void said(String stderr) {
                told.add(stderr);
            }
        });
        assertEquals(percents.stream().sorted().toList(), percents, "percents fall");
        return attempt;
    }

    static AddonSettings options(Map<String, OptionValue> options) {
        return new AddonSettings(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), options);
    }

    static SupervisorAction configure(Map<String, OptionValue> options) {
        return new SupervisorAction.ConfigureAddon(MQTT, options(options), false);
    }

    static Path secret(Path folder, String text) {
        try {
            var file = folder.resolve("secret");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, text + "\n");
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }
}
