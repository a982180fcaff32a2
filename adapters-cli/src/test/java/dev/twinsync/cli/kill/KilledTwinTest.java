package dev.twinsync.cli.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.flow.apply.ResumeRun;
import dev.twinsync.flow.apply.RollBackRun;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.Twin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An apply over all kinds is killed with SIGKILL at every boundary: around each write of the journal, each action, what
 * keeps one that is on probation, each write
 * of the repository and the commit. The disk is real, and so are journal, lock, repository and files.
 */
class KilledTwinTest {

    private static final int SIGKILL = 128 + 9;

    @TempDir
    private Path temporary;

    private record Outcome(Map<String, String> machine, int moments) {}

    private Device device(String name) throws IOException {
        var device = new Device(Files.createDirectory(temporary.toRealPath().resolve(name)));
        Wish.furnish(device);
        return device;
    }

    private Outcome undisturbed() throws IOException {
        var device = device("undisturbed");
        var doom = new Doom(Doom.NEVER);
        var finished = assertInstanceOf(RunResult.Finished.class, DoomedTwin.apply(device.twin(doom)));
        assertTrue(finished.succeeded(), finished::toString);
        return new Outcome(seen(device), doom.passed());
    }

    @Test
    void killed_at_any_moment_it_is_finished_or_taken_back() throws Exception {
        var before = seen(device("before"));
        var after = undisturbed();
        assertTrue(after.moments() >= 50, () -> "only " + after.moments() + " moments");
        var cases = IntStream.rangeClosed(1, after.moments())
                .<Callable<Void>>mapToObj(moment -> () -> {
                    if (moment % 2 == 0) {
                        finished(moment, after.machine());
                    } else {
                        takenBack(moment, before, after.machine());
                    }
                    return null;
                })
                .toList();
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var result : two.invokeAll(cases)) {
                result.get();
            }
        }
    }

    private Device killed(int moment) throws IOException, InterruptedException {
        var device = device("killed-" + moment);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var child = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes,
                        DoomedTwin.class.getName(),
                        device.folder().toString(),
                        String.valueOf(moment))
                .redirectErrorStream(true)
                .redirectOutput(device.folder().resolve("said").toFile())
                .start();
        assertEquals(SIGKILL, child.waitFor(), () -> "moment " + moment);
        if (moment % 4 < 2) {
            device.letTimePass();
        }
        return device;
    }

    private void finished(int moment, Map<String, String> after) throws Exception {
        var device = killed(moment);
        var twin = device.twin(new Doom(Doom.NEVER));
        if (OpenRun.of(twin.view()).isPresent()) {
            var unfit = assertInstanceOf(RunResult.Unfit.class, DoomedTwin.apply(twin), () -> "moment " + moment);
            assertInstanceOf(CheckPlan.Verdict.Open.class, unfit.verdict());
            var resumed = new ResumeRun(twin).resume(Duration.ZERO);
            assertTrue(assertInstanceOf(RunResult.Finished.class, resumed).succeeded(), () -> moment + ": " + resumed);
        } else if (Wish.plan(twin) > 0) {
            assertInstanceOf(RunResult.Finished.class, DoomedTwin.apply(twin), () -> "moment " + moment);
        }
        assertEquals(after, seen(device), () -> "moment " + moment);
        assertIsRecordedOnce(moment, device, twin);
    }

    private static void assertIsRecordedOnce(int moment, Device device, Twin twin) throws IOException {
        assertEquals(Optional.empty(), OpenRun.of(twin.view()), () -> "moment " + moment);
        assertEquals(0, Wish.plan(twin), () -> "moment " + moment);
        assertEquals(1, twin.repo().list("plan/history").size(), () -> "moment " + moment);
        assertEquals(List.of(), leftovers(device.machine()), () -> "moment " + moment);
    }

    private void takenBack(int moment, Map<String, String> before, Map<String, String> after) throws Exception {
        var device = killed(moment);
        var twin = device.twin(new Doom(Doom.NEVER));
        if (OpenRun.of(twin.view()).isPresent()) {
            var result = assertInstanceOf(
                    RunResult.TakenBack.class, new RollBackRun(twin, DoomedTwin.YES).rollBack(Duration.ZERO, true));
            assertTrue(result.complete(), () -> moment + ": " + result.past().results());
            assertEquals(before, withoutTraces(seen(device)), () -> "moment " + moment);
        } else {
            var now = seen(device);
            assertTrue(now.equals(before) || now.equals(after), () -> "moment " + moment + ": " + now);
        }
        assertEquals(List.of(), leftovers(device.machine()), () -> "moment " + moment);
    }

    /** A package that was removed again leaves its configuration files: apt does no more than that. */
    private static Map<String, String> withoutTraces(Map<String, String> seen) {
        seen.computeIfPresent(
                "packages",
                (_, text) -> text.replaceAll(",?\\{\"name\":\"(git|htop)\"[^}]*\"status\":\"config-files\"[^}]*\\}", "")
                        .replace("[,", "["));
        return seen;
    }

    private static List<Path> leftovers(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".twin-"))
                    .toList();
        }
    }

    /** Everything that is on the device, whatever the folder that it is in. */
    private static Map<String, String> seen(Device device) throws IOException {
        var seen = new TreeMap<String, String>();
        for (String kind : List.of("packages", "services", "cron")) {
            seen.put(kind, Files.readString(device.state(kind)));
        }
        try (var files = Files.list(device.machine())) {
            for (Path file : files.toList()) {
                seen.put(file.getFileName().toString(), describe(file));
            }
        }
        return seen;
    }

    private static List<String> attributes(Path file) throws IOException {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .list();
    }

    private static String describe(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return "-> " + Files.readSymbolicLink(file);
        }
        return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                + (Files.isDirectory(file) ? "/" : Files.readString(file) + attributes(file));
    }
}
