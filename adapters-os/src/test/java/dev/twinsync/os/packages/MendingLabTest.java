package dev.twinsync.os.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.LivePackage.Status;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageAction.Install;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run of apt is really cut off, and the machine is brought back into order. */
@Tag("lab")
class MendingLabTest {

    private static final Path STATUS = Path.of("/var/lib/dpkg/status");
    private final DebianPackages packages = new DebianPackages(new SystemCommandRunner());

    @BeforeEach
    @AfterEach
    void a_machine_without_toys() {
        Toys.run("dpkg", List.of("--configure", "-a"));
        Toys.forget();
    }

    private static List<PackageAction> install(String name) {
        return List.of(new Install(new PackageName(name), Optional.empty()));
    }

    private Optional<Status> status(String key) {
        var seen = (Seen<LivePackage>) packages.observe(Scope.everything());
        return seen.find(key).map(LivePackage::status);
    }

    private Attempt mend(String name) {
        return packages.mend(install(name), Progress.SILENT);
    }

    private static void assertClean() throws IOException {
        assertEquals("", Toys.run("dpkg", List.of("--audit")));
        try (var steps = Files.newDirectoryStream(Mending.STEPS, "[0-9]*")) {
            assertTrue(!steps.iterator().hasNext(), "steps of dpkg are left");
        }
    }

    /** Only what this test started: apt, and the dpkg below it. */
    private static List<ProcessHandle> packageManagers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.endsWith("/apt-get") || command.endsWith("/dpkg"))
                        .isPresent())
                .toList();
    }

    private static void awaitScript(String name) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!Toys.run("dpkg-query", List.of("-W", "-f=${db:Status-Status}", "--", name))
                .equals("half-configured")) {
            assertTrue(System.nanoTime() - deadline < 0, "the script of " + name + " does not run");
            Thread.sleep(50);
        }
    }

    @Test
    void what_a_kill_in_the_middle_left_is_finished() throws Exception {
        var run = CompletableFuture.supplyAsync(() -> packages.apply(install("twin-toy-slow"), Progress.SILENT));
        awaitScript("twin-toy-slow");
        packageManagers().forEach(ProcessHandle::destroyForcibly);
        assertInstanceOf(Attempt.Refused.class, run.get(1, TimeUnit.MINUTES));
        assertEquals(Optional.of(Status.BROKEN), status("twin-toy-slow"));

        assertEquals(new Attempt.Ran(), mend("twin-toy-slow"));
        assertEquals(Optional.of(Status.INSTALLED), status("twin-toy-slow"));
        assertClean();
    }

    @Test
    void a_run_that_outlived_its_twin_is_waited_for() throws Exception {
        var run = CompletableFuture.supplyAsync(() -> packages.apply(install("twin-toy-slow"), Progress.SILENT));
        awaitScript("twin-toy-slow");
        assertEquals(new Attempt.Ran(), mend("twin-toy-slow"));
        assertEquals(new Attempt.Ran(), run.get(1, TimeUnit.MINUTES));
        assertEquals(Optional.of(Status.INSTALLED), status("twin-toy-slow"));
        assertClean();
    }

    @Test
    void what_was_cut_off_while_it_was_unpacked_is_installed_again() throws Exception {
        assertEquals(new Attempt.Ran(), packages.apply(install("twin-toy"), Progress.SILENT));
        Files.writeString(
                STATUS,
                Files.readString(STATUS)
                        .replace(
                                "Package: twin-toy\nStatus: install ok installed\n",
                                "Package: twin-toy\nStatus: install reinstreq half-installed\n"));
        assertEquals(Optional.of(Status.BROKEN), status("twin-toy"));

        assertEquals(new Attempt.Ran(), mend("twin-toy"));
        assertEquals(Optional.of(Status.INSTALLED), status("twin-toy"));
        assertClean();
    }

    @Test
    void what_was_unpacked_without_what_it_needs_gets_that() throws Exception {
        Toys.run("dpkg", List.of("--unpack", "--", "/srv/lab-repo/twin-toy-dep_1.0_all.deb"));
        assertEquals(Optional.of(Status.BROKEN), status("twin-toy-dep"));
        assertEquals(new Attempt.Ran(), mend("twin-toy-dep"));
        assertEquals(Optional.of(Status.INSTALLED), status("twin-toy-dep"));
        assertClean();
    }

    @Test
    void what_cannot_be_mended_is_named() {
        packages.apply(install("twin-toy-broken"), Progress.SILENT);
        var reason =
                assertInstanceOf(Attempt.Refused.class, mend("twin-toy-broken")).reason();
        assertTrue(reason.startsWith("half done packages are left: twin-toy-broken; "), reason);
        assertTrue(reason.contains("post-installation script"), reason);
    }

    @Test
    void where_nothing_was_cut_off_nothing_is_changed() throws Exception {
        var before = Files.readString(STATUS);
        assertEquals(new Attempt.Ran(), mend("twin-toy"));
        assertEquals(before, Files.readString(STATUS));
    }
}
