package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.Observation.Unavailable;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Elevation.Answer;
import dev.twinsync.port.Elevation.RootSide;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A root side in a process of its own, started as root starts it; sudo is met on the lab machine. */
class SudoElevationTest {

    private static final PackageAction HTOP = new PackageAction.MarkManual(new PackageName("htop"));

    @TempDir
    private Path folder;

    /** One that is left to itself still has to tidy up in the folder. */
    @AfterEach
    void awaitTheEndOfAll() {
        ProcessHandle.current().children().forEach(child -> child.onExit().join());
    }

    @BeforeEach
    void keepOthersOut() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Answer ask(String manner) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var argv = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildWorker.class.getName(),
                manner,
                folder.toString());
        return new SudoElevation(argv, new Self("root", 0), folder, AskForRoot.SUPPLIES).ask(Duration.ZERO);
    }

    private RootSide granted(String manner) {
        return assertInstanceOf(Answer.Granted.class, ask(manner)).root();
    }

    private String denied(String manner) {
        return assertInstanceOf(Answer.Denied.class, ask(manner)).reason();
    }

    private static Backend<LivePackage, PackageAction> packages(RootSide root) {
        return root.backend("test", new Packages());
    }

    private static String world(Backend<LivePackage, PackageAction> backend) {
        return assertInstanceOf(Unavailable.class, backend.observe(new Scope.Only(Set.of("world"))))
                .reason();
    }

    @Test
    void it_looks_and_acts_and_ends_when_it_is_closed() throws IOException {
        long pid;
        try (var root = granted("works")) {
            var backend = packages(root);
            assertEquals(new Seen<LivePackage>(List.of()), backend.observe(Scope.everything()));
            assertEquals(new Attempt.Ran(), backend.apply(List.of(HTOP), Progress.SILENT));
            pid = Long.parseLong(world(backend).split(" ")[0]);
            assertTrue(ProcessHandle.of(pid).isPresent());
        }
        assertFalse(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void nothing_of_our_environment_reaches_it_and_no_signal_of_a_terminal() throws IOException {
        try (var root = granted("works")) {
            var world = world(packages(root)).split(" ");
            assertEquals("LC_ALL,PATH", world[2]);
            long ignored = Long.parseUnsignedLong(world[1].strip(), 16);
            assertEquals(0b11, ignored & 0b11, "SIGHUP and SIGINT");
        }
    }

    @Test
    void one_that_dies_in_the_middle_is_a_refusal_with_its_last_words() throws IOException {
        try (var root = granted("dies")) {
            var backend = packages(root);
            var refused = new Attempt.Refused("the root side ended: the machine is on fire");
            assertEquals(refused, backend.apply(List.of(HTOP), Progress.SILENT));
            assertEquals(refused, backend.apply(List.of(HTOP), Progress.SILENT));
            assertEquals(refused, backend.mend(List.of(HTOP), Progress.SILENT));
            assertEquals(refused, backend.renew(List.of(HTOP), Progress.SILENT));
            assertEquals(refused, backend.keep(List.of(HTOP)));
            assertEquals(refused, backend.takeBack(List.of(HTOP)));
            assertEquals(new Unavailable<LivePackage>(refused.reason()), backend.observe(Scope.everything()));
            assertEquals(List.of(List.of(HTOP)), backend.transactions(List.of(HTOP)));
            assertEquals(Map.of("htop", new Forecast.Impossible(refused.reason())), backend.forecast(List.of(HTOP)));
        }
    }

    @Test
    void one_that_answers_out_of_turn_is_not_listened_to_any_more() throws IOException {
        try (var root = granted("babbles")) {
            var refused = assertInstanceOf(Attempt.Refused.class, packages(root).apply(List.of(HTOP), Progress.SILENT));
            assertTrue(refused.reason().contains("out of turn"), refused::reason);
            assertEquals(
                    new Unavailable<LivePackage>(refused.reason()),
                    packages(root).observe(Scope.everything()));
        }
    }

    @Test
    void one_that_does_not_greet_is_denied_in_words() {
        assertEquals("the root side ended: sudo: a password is required", denied("refuses"));
        assertTrue(denied("mumbles").contains("does not understand"));
        assertTrue(denied("newer").contains("does not understand"));
    }

    @Test
    void a_second_one_is_kept_out_while_the_first_one_is_there() throws IOException {
        try (var first = granted("holds")) {
            var pid = world(packages(first)).split(" ")[0];
            var holder = Self.ofThisProcess().name() + " (process " + pid + ")";
            assertEquals(new Answer.Busy(holder), ask("holds"));
        }
        granted("holds").close();
    }

    @Test
    void a_lock_that_is_a_link_is_not_followed() throws IOException {
        Files.createSymbolicLink(folder.resolve("lock"), folder.resolve("elsewhere"));
        assertTrue(denied("holds").contains("ended"));
        assertFalse(Files.exists(folder.resolve("elsewhere")));
    }
}
