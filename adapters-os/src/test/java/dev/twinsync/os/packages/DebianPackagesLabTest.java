package dev.twinsync.os.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.LivePackage.Status;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageAction.ChangeVersion;
import dev.twinsync.domain.packages.PackageAction.Hold;
import dev.twinsync.domain.packages.PackageAction.Install;
import dev.twinsync.domain.packages.PackageAction.MarkAutomatic;
import dev.twinsync.domain.packages.PackageAction.Remove;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on a real machine, and what is said of it. */
@Tag("lab")
class DebianPackagesLabTest {

    private static final String DPKG_LOCK = "/var/lib/dpkg/lock-frontend";
    private final SystemCommandRunner system = new SystemCommandRunner();
    private final DebianPackages packages = new DebianPackages(system);

    @BeforeEach
    @AfterEach
    void a_machine_without_toys() {
        Toys.forget();
    }

    private static PackageAction install(String name) {
        return new Install(new PackageName(name), Optional.empty());
    }

    private static PackageAction remove(String name) {
        return new Remove(new PackageName(name));
    }

    private void ran(PackageAction... actions) {
        assertEquals(new Attempt.Ran(), packages.apply(List.of(actions), Progress.SILENT));
    }

    private String refused(PackageAction... actions) {
        return assertInstanceOf(Attempt.Refused.class, packages.apply(List.of(actions), Progress.SILENT))
                .reason();
    }

    private Optional<LivePackage> look(String key) {
        return seen(packages).find(key);
    }

    @SuppressWarnings("unchecked") // the backend's own type of live things
    private static Seen<LivePackage> seen(DebianPackages packages) {
        return assertInstanceOf(Seen.class, packages.observe(Scope.everything()));
    }

    @Test
    void another_package_manager_is_named() throws Exception {
        try (var lock = FileChannel.open(Path.of(DPKG_LOCK), StandardOpenOption.WRITE)) {
            assertTrue(lock.tryLock().isValid());
            assertEquals(
                    "another package manager is at work: process "
                            + ProcessHandle.current().pid() + " (java) holds " + DPKG_LOCK
                            + "; try again when it has finished",
                    refused(install("twin-toy")));
        }
        assertEquals(Optional.empty(), look("twin-toy"));
    }

    @Test
    void a_mark_under_somebody_elses_lock_is_no_success() throws Exception {
        try (var lock = FileChannel.open(Path.of(DPKG_LOCK), StandardOpenOption.WRITE)) {
            assertTrue(lock.tryLock().isValid());
            assertTrue(refused(new Hold(new PackageName("cron"))).startsWith("another package manager is at work"));
        }
        assertEquals(Optional.of(false), look("cron").map(LivePackage::hold));
    }

    @Test
    void an_interrupted_dpkg_is_told_with_its_remedy() throws Exception {
        var journal = Files.createFile(Path.of("/var/lib/dpkg/updates/0001"));
        try {
            assertEquals(
                    "dpkg was interrupted earlier and left packages half done; run: " + Packages.MEND,
                    refused(install("twin-toy")));
        } finally {
            Files.delete(journal);
        }
    }

    @Test
    void what_was_only_unpacked_is_broken() {
        Toys.run("dpkg", List.of("--unpack", "--", "/srv/lab-repo/twin-toy-slow_1.0_all.deb"));
        assertEquals(Optional.of(Status.BROKEN), look("twin-toy-slow").map(LivePackage::status));
    }

    @Test
    void a_maintainer_script_that_fails_is_named_and_the_package_is_broken() {
        assertEquals(
                "package twin-toy-broken could not be brought in order: installed twin-toy-broken package"
                        + " post-installation script subprocess returned error exit status 7; mend it and run: "
                        + Packages.MEND,
                refused(install("twin-toy-broken"), install("twin-toy")));
        assertEquals(Optional.of(Status.BROKEN), look("twin-toy-broken").map(LivePackage::status));
    }

    @Test
    void unknown_names_and_versions() {
        var version = new ChangeVersion(new PackageName("twin-toy"), new PackageVersion("9.9"));
        assertEquals(
                Map.of(
                        "twin-toy", new Forecast.Impossible("apt has no version 9.9 of twin-toy, only 1.1, 1.0"),
                        "twin-toy.x",
                                new Forecast.Unknown(
                                        "package twin-toy.x in apt's lists (to renew them: sudo apt-get update)")),
                packages.forecast(List.of(version, install("twin-toy.x"))));
        assertEquals("apt's lists have no package twin-toy.x", refused(install("twin-toy.x")));
        assertEquals("apt's lists have no package twin-toy in version 9.9", refused(version));
    }

    @Test
    void lists_that_lack_the_name_are_fetched_first() {
        Toys.run("find", List.of("/var/lib/apt/lists", "-not", "-type", "d", "-delete"));
        assertEquals(
                Map.of(
                        "twin-toy",
                        new Forecast.Unknown("package twin-toy in apt's lists (to renew them: sudo apt-get update)")),
                packages.forecast(List.of(install("twin-toy"))));
        ran(install("twin-toy"));
        assertEquals(Optional.of(Status.INSTALLED), look("twin-toy").map(LivePackage::status));
    }

    @Test
    void a_name_that_apt_would_take_for_a_pattern_installs_nothing() {
        assertEquals("apt's lists have no package twin-to.", refused(install("twin-to.")));
        assertEquals(Optional.empty(), look("twin-toy"));
    }

    @Test
    void what_the_machine_needs_is_never_removed() {
        assertTrue(refused(remove("bash")).contains("essential"));
        assertTrue(refused(remove("libc6")).length() > 10);
        var forecasts = packages.forecast(List.of(remove("bash"), install("twin-toy")));
        assertEquals(
                "the machine would lose essential packages, which twin never does (bash)",
                assertInstanceOf(Forecast.Impossible.class, forecasts.get("bash"))
                        .reason());
        assertEquals(Optional.of(Status.INSTALLED), look("bash").map(LivePackage::status));
    }

    @Test
    void guards_of_a_real_machine() {
        assertEquals(Optional.of("essential"), look("bash").flatMap(LivePackage::guard));
        boolean isProtected = Toys.run("dpkg-query", List.of("--show", "--showformat=${Protected}", "systemd-sysv"))
                .equals("yes"); // since Debian 13
        assertEquals(
                Optional.of(isProtected ? "protected" : "the init system"),
                look("systemd-sysv").flatMap(LivePackage::guard));
        assertEquals(
                Optional.of((isProtected ? "protected package" : "the init system") + " systemd-sysv needs it"),
                look("systemd").flatMap(LivePackage::guard));
        assertEquals(
                Optional.of("essential package base-passwd needs it"),
                look("libc6").flatMap(LivePackage::guard));
        assertEquals(Optional.empty(), look("cron").flatMap(LivePackage::guard));
    }

    @Test
    void without_root_looking_works_and_acting_says_what_it_needs() {
        var alice = new DebianPackages(new As("alice", system));
        assertEquals(seen(packages), seen(alice));
        assertEquals(
                packages.forecast(List.of(install("twin-toy-dep"))), alice.forecast(List.of(install("twin-toy-dep"))));
        var needsRoot = new Attempt.Refused("changing packages needs root: sudo twin apply");
        assertEquals(needsRoot, alice.apply(List.of(install("twin-toy")), Progress.SILENT));
        assertEquals(needsRoot, alice.apply(List.of(new Hold(new PackageName("cron"))), Progress.SILENT));
        assertEquals(needsRoot, alice.apply(List.of(new MarkAutomatic(new PackageName("cron"))), Progress.SILENT));
    }

    /** Runs every command as another user. */
    private record As(String user, CommandRunner runner) implements CommandRunner {
        @Override
        public Result run(Command command) {
            var arguments = new ArrayList<>(List.of("-u", user, "--", command.program()));
            arguments.addAll(command.arguments());
            return runner.run(new Command(
                    "runuser",
                    arguments,
                    command.environment(),
                    command.input(),
                    command.limit(),
                    command.maxOutput(),
                    command.output()));
        }
    }

    @Test
    void progress_rises_from_download_to_done() {
        var reached = new ArrayList<Integer>();
        packages.apply(List.of(install("twin-toy-dep")), (percent, _) -> reached.add(percent));
        assertEquals(reached.stream().sorted().toList(), reached);
        assertTrue(reached.getFirst() < 10 && reached.size() > 8, reached::toString);
        assertEquals(100, reached.getLast());
    }

    @Test
    void a_forecast_names_what_comes_along_and_what_is_lost() {
        var dep = new Forecast.Effects(List.of("twin-toy"), List.of());
        assertEquals(
                Map.of("twin-toy-dep", dep),
                packages.forecast(List.of(install("twin-toy-dep"), install("twin-toy-conf"))));
        ran(install("twin-toy-dep"));
        var lost = new Forecast.Effects(List.of(), List.of("twin-toy-dep"));
        assertEquals(
                Map.of("twin-toy", lost), packages.forecast(List.of(remove("twin-toy"), install("twin-toy-conf"))));
        assertEquals(
                Map.of("twin-toy-conflict", new Forecast.Effects(List.of(), List.of("twin-toy", "twin-toy-dep"))),
                packages.forecast(List.of(install("twin-toy-conflict"), install("twin-toy-conf"))));
        assertEquals(
                "apt would also remove twin-toy-dep, which nobody asked for; declare these absent too, or plan again",
                refused(remove("twin-toy")));
        assertEquals(
                "apt would also remove twin-toy, twin-toy-dep, which nobody asked for; declare these absent too, or"
                        + " plan again",
                refused(install("twin-toy-conflict")));
        assertEquals(Optional.of(Status.INSTALLED), look("twin-toy-dep").map(LivePackage::status));
    }

    @Test
    void two_that_cannot_stand_each_other_are_both_impossible() {
        var forecasts =
                packages.forecast(List.of(install("twin-toy"), install("twin-toy-conflict"), install("twin-toy-conf")));
        assertEquals(List.of("twin-toy", "twin-toy-conflict"), List.copyOf(forecasts.keySet()));
        assertTrue(assertInstanceOf(Forecast.Impossible.class, forecasts.get("twin-toy"))
                .reason()
                .contains("twin-toy-conflict : Conflicts: twin-toy"));
    }

    @Test
    void a_forecast_changes_nothing() {
        var before = seen(packages);
        packages.forecast(List.of(install("twin-toy"), remove("cron")));
        assertEquals(before, seen(packages));
    }

    @Test
    void what_came_along_and_is_installed_by_name_is_manual_then() {
        ran(install("twin-toy-dep"));
        assertEquals(Optional.of(true), look("twin-toy").map(LivePackage::automatic));
        ran(install("twin-toy"));
        assertEquals(Optional.of(false), look("twin-toy").map(LivePackage::automatic));
    }

    @Test
    void a_library_of_another_architecture_has_a_key_of_its_own(@TempDir Path folder) throws Exception {
        Toys.run("dpkg", List.of("--add-architecture", "i386"));
        try {
            for (String architecture : List.of("amd64", "i386")) {
                var file = build(folder, architecture);
                Toys.run("dpkg", List.of("--install", "--", file.toString()));
            }
            Toys.run("apt-mark", List.of("auto", "--", "twin-lib:i386"));
            assertEquals(Optional.of(false), look("twin-lib").map(LivePackage::automatic));
            assertEquals(Optional.of(true), look("twin-lib:i386").map(LivePackage::automatic));
            ran(remove("twin-lib:i386"), new Hold(new PackageName("twin-lib")));
            assertEquals(Optional.of(true), look("twin-lib").map(LivePackage::hold));
            assertTrue(look("twin-lib:i386")
                    .filter(seen -> seen.status() == Status.INSTALLED)
                    .isEmpty());
        } finally {
            Toys.run("apt-mark", List.of("unhold", "--", "twin-lib"));
            Toys.run("dpkg", List.of("--purge", "--", "twin-lib:amd64", "twin-lib:i386"));
            Toys.run("dpkg", List.of("--remove-architecture", "i386"));
        }
    }

    private static Path build(Path folder, String architecture) throws Exception {
        var tree = Files.createDirectories(folder.resolve(architecture + "/DEBIAN"));
        Files.writeString(tree.resolve("control"), """
                Package: twin-lib
                Version: 1:2.0~rc1-1
                Architecture: %s
                Multi-Arch: same
                Maintainer: Lab <lab@localhost>
                Description: toy library
                """.formatted(architecture));
        var file = folder.resolve("twin-lib_" + architecture + ".deb");
        Toys.run("dpkg-deb", List.of("--build", tree.getParent().toString(), file.toString()));
        return file;
    }
}
