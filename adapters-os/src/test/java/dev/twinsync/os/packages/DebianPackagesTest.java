package dev.twinsync.os.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.Observation.Unavailable;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageAction.ChangeVersion;
import dev.twinsync.domain.packages.PackageAction.Hold;
import dev.twinsync.domain.packages.PackageAction.Install;
import dev.twinsync.domain.packages.PackageAction.MarkAutomatic;
import dev.twinsync.domain.packages.PackageAction.MarkManual;
import dev.twinsync.domain.packages.PackageAction.Remove;
import dev.twinsync.domain.packages.PackageAction.Unhold;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Heard;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

/** The real backend against recorded answers of the real programs. */
class DebianPackagesTest {

    private static final String NOTHING_TO_DO = "0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n";
    private static final PackageName TOY = new PackageName("twin-toy");
    private static final PackageName DEP = new PackageName("twin-toy-dep");

    private final ScriptedCommands machine = new ScriptedCommands()
            .answer("dpkg --print-architecture", "amd64\n")
            .answer("dpkg --compare-versions", 1, "", "")
            .answer("dpkg-query --show", Captured.text("dpkg-query.txt"))
            .answer("apt-mark showauto", "twin-lib\ntwin-lib:i386\n")
            .answer("apt-mark", "")
            .answer("apt-cache policy", Captured.text("policy.txt"))
            .answer("apt-cache show", Captured.text("show.txt"))
            .answer("apt-get", "");

    private DebianPackages packages() {
        return packages(new RunningSystem(Optional.of("6.1.0-9-amd64"), Optional.empty()));
    }

    private DebianPackages packages(RunningSystem running) {
        return new DebianPackages(machine, running);
    }

    private LivePackage look(String key) {
        return seen(packages(), Scope.everything()).find(key).orElseThrow();
    }

    @SuppressWarnings("unchecked") // the backend's own type of live things
    private static Seen<LivePackage> seen(DebianPackages packages, Scope scope) {
        return assertInstanceOf(Seen.class, packages.observe(scope));
    }

    private String unavailable() {
        return assertInstanceOf(Unavailable.class, packages().observe(Scope.everything()))
                .reason();
    }

    private List<String> changing() {
        return machine.lines().stream()
                .filter(line -> line.startsWith("apt-get") || line.startsWith("apt-mark -o"))
                .filter(line -> !line.startsWith("apt-get indextargets")) // a question
                .toList();
    }

    private static PackageVersion version(String text) {
        return new PackageVersion(text);
    }

    @Test
    void a_machine_without_dpkg_is_not_empty_but_unavailable() {
        var nothing = new DebianPackages(new ScriptedCommands());
        assertEquals(new Unavailable<LivePackage>("dpkg-query is not installed"), nothing.observe(Scope.everything()));
        assertEquals(
                new Attempt.Refused("dpkg-query is not installed"),
                nothing.apply(List.of(new Remove(TOY)), Progress.SILENT));
        assertEquals(
                Map.of("twin-toy", new Forecast.Impossible("dpkg-query is not installed")),
                nothing.forecast(List.of(new Remove(TOY))));
    }

    @Test
    void a_look_that_fails_anywhere_is_unavailable() {
        machine.answer("apt-mark showauto", 100, "", "E: Malformed entry 1 in list file /etc/apt/sources.list");
        assertEquals("apt-mark failed: Malformed entry 1 in list file /etc/apt/sources.list", unavailable());
        machine.answer("apt-mark showauto", new Result.NoSuchProgram("apt-mark"));
        assertEquals("apt-mark is not installed", unavailable());
        machine.answer("dpkg-query --show", new Result.TimedOut(Duration.ofSeconds(60)));
        assertEquals("dpkg-query did not end within 60 s", unavailable());
        machine.answer("dpkg-query --show", 2, "", "dpkg-query: error: parsing file '/var/lib/dpkg/status'");
        assertTrue(unavailable().contains("parsing file"));
        machine.answer("dpkg-query --show", "install\tinst");
        assertEquals("dpkg-query stopped in the middle of its list", unavailable());
    }

    @Test
    void what_is_seen_of_one_package() {
        assertEquals(
                new LivePackage(
                        TOY, LivePackage.Status.INSTALLED, Optional.of(version("1.0")), false, true, Optional.empty()),
                look("twin-toy"));
        assertTrue(look("twin-lib:i386").automatic());
        assertEquals(Optional.of(version("1:2.0~rc1-1")), look("twin-lib:i386").version());
    }

    @Test
    void a_package_that_is_declared_with_the_machines_own_architecture_is_not_taken_for_absent() {
        var gap = new Gap("twin-toy:amd64", "amd64 is this machine's own architecture; write twin-toy");
        var declared = Set.of("twin-toy:amd64", "twin-lib:i386");
        assertEquals(List.of(gap), seen(packages(), new Scope.Only(declared)).gaps());
        assertTrue(seen(packages(), new Scope.Everything(declared)).gaps().contains(gap));
        var absent = new DesiredPackage.Absent(new PackageName(gap.keys()), DesiredPackage.Source.APT);
        assertEquals(
                List.of(new Step.Blocked<PackageAction>(gap.keys(), gap.reason())),
                new Packages().plan(List.of(absent), seen(packages(), new Scope.Only(declared))));
    }

    @Test
    void what_must_stay_and_why() {
        assertEquals(Optional.of("essential"), look("bash").guard());
        assertEquals(
                Optional.of("essential package bash needs it"), look("libc6").guard());
        assertEquals(Optional.of("the package manager"), look("apt").guard());
        assertEquals(Optional.of("the init system"), look("systemd-sysv").guard());
        assertEquals(Optional.of("protected"), look("e2fsprogs").guard());
        assertEquals(Optional.empty(), look("twin-lib").guard());
    }

    @Test
    void the_running_kernel_and_the_java_of_twin_must_stay() {
        String row = "install\tinstalled\tok\t%s\tamd64\t1\tno\tno\t\t\t\t%s\n";
        machine.answer(
                "dpkg-query --show",
                row.formatted("linux-image-6.1.0-9-amd64", "kmod")
                        + row.formatted("linux-image-6.1.0-8-amd64", "")
                        + row.formatted("kmod", "")
                        + row.formatted("openjdk-25-jre-headless", ""));
        var java = Path.of("/usr/lib/jvm/java-25-openjdk-amd64/bin/java");
        machine.answer("dpkg-query --listfiles", "/.\n/usr/share/doc/openjdk-25-jre-headless\n");
        machine.answer("dpkg-query --search", "openjdk-25-jre-headless:amd64: " + java + "\n");
        var seen =
                seen(packages(new RunningSystem(Optional.of("6.1.0-9-amd64"), Optional.of(java))), Scope.everything());
        assertEquals(
                List.of(
                        "the running kernel linux-image-6.1.0-9-amd64 needs it",
                        "none",
                        "the running kernel",
                        "the Java that twin runs on"),
                seen.live().stream().map(found -> found.guard().orElse("none")).toList());
    }

    @Test
    void the_java_of_twin_is_asked_of_the_package_that_is_called_like_it() {
        String row = "install\tinstalled\tok\t%s\tamd64\t1\tno\tno\t\t\t\t\n";
        machine.answer("dpkg-query --show", row.formatted("libc6") + row.formatted("twin"));
        var java = Path.of("/usr/lib/twin/java/bin/java");
        machine.answer("dpkg-query --listfiles -- twin", "/.\n/usr\n" + java + "\n");
        machine.answer("dpkg-query --search", "libc6:amd64: " + java + "\n");
        var seen = seen(packages(new RunningSystem(Optional.empty(), Optional.of(java))), Scope.everything());
        assertEquals(
                Optional.of("the Java that twin runs on"),
                seen.find("twin").orElseThrow().guard());
        assertEquals(Optional.empty(), seen.find("libc6").orElseThrow().guard(), "the lists of all packages were read");
    }

    @Test
    void several_that_are_called_like_it_are_asked_at_once() {
        String row = "install\tinstalled\tok\t%s\tamd64\t1\tno\tno\t\t\t\t\n";
        machine.answer(
                "dpkg-query --show",
                row.formatted("openjdk-25-jdk") + row.formatted("openjdk-25-jre-headless") + row.formatted("twin"));
        var java = Path.of("/usr/lib/jvm/java-25-openjdk-amd64/bin/java");
        machine.answer(
                "dpkg-query --listfiles -- openjdk-25-jdk openjdk-25-jre-headless twin",
                "/.\n/usr/share/doc/openjdk-25-jdk\n\n/.\n" + java + "\n\n/.\n/usr/bin/twin\n");
        var seen = seen(packages(new RunningSystem(Optional.empty(), Optional.of(java))), Scope.everything());
        assertEquals(
                List.of("openjdk-25-jre-headless"),
                seen.live().stream()
                        .filter(found -> found.guard().isPresent())
                        .map(LivePackage::key)
                        .toList());
    }

    @Test
    void the_architecture_is_that_of_dpkg_itself_as_its_own_row_says() {
        String row = "%s\tok\t%s\t%s\t1\tno\tno\t\t\t\t\n";
        machine.answer(
                "dpkg-query --show",
                row.formatted("deinstall\tconfig-files", "dpkg", "armhf")
                        + row.formatted("install\tinstalled", "dpkg", "arm64")
                        + row.formatted("install\tinstalled", "htop", "arm64")
                        + row.formatted("install\tinstalled", "libc6", "amd64"));
        var seen = seen(packages(), Scope.everything());
        assertEquals(
                List.of("dpkg", "dpkg:armhf", "htop", "libc6:amd64"),
                seen.live().stream().map(LivePackage::key).sorted().toList());
    }

    @Test
    void a_package_that_twin_cannot_name_is_a_gap_and_hides_nothing_else() {
        machine.answer(
                "dpkg-query --show",
                Captured.text("dpkg-query.txt")
                        + "install\tinstalled\tok\tVendor_App\tamd64\t1\tno\tno\t\t\t\t\n"
                        + "install\tinstalled\tok\tvendor\tamd64\tv1\tno\tno\t\t\t\t\n");
        var seen = seen(packages(), Scope.everything());
        assertEquals(
                List.of("Vendor_App", "vendor"),
                seen.gaps().stream().map(Gap::keys).toList());
        assertTrue(seen.find("bash").isPresent());
    }

    @Test
    void a_look_at_some_keys() {
        var seen = seen(packages(), new Scope.Only(Set.of("bash", "libc6", "no-such")));
        assertEquals(
                List.of("bash", "libc6"),
                seen.live().stream().map(LivePackage::key).toList());
        assertEquals(
                Optional.of("essential package bash needs it"),
                seen.live().getLast().guard());
    }

    @Test
    void the_command_lines_of_a_whole_transaction() {
        machine.answer("apt-get -s", """
                1 upgraded, 1 newly installed, 1 to remove and 0 not upgraded.
                Inst twin-toy [1.0] (1.1 localhost [all])
                Inst bash (5.2.15-2+b13 localhost [all])
                Remv twin-toy-dep [1.0]
                """);
        var actions = List.of(
                new ChangeVersion(TOY, version("1.1")),
                new Install(new PackageName("bash"), Optional.empty()),
                new MarkAutomatic(new PackageName("bash")),
                new Remove(DEP));
        assertEquals(List.of(actions), packages().transactions(List.copyOf(actions)));
        assertEquals(new Attempt.Ran(), packages().apply(List.copyOf(actions), Progress.SILENT));
        String what = " install -- twin-toy=1.1 bash twin-toy-dep-";
        assertEquals(
                List.of(
                        "apt-get -s -y -q --no-auto-remove --allow-change-held-packages" + what,
                        "apt-get -y -q --no-auto-remove --allow-change-held-packages -o APT::Status-Fd=1"
                                + " -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=60 -o Dpkg::Options::=--force-confdef"
                                + " -o Dpkg::Options::=--force-confold" + what,
                        "apt-mark -o DPkg::Lock::Timeout=60 auto -- bash",
                        "apt-mark -o DPkg::Lock::Timeout=60 hold -- twin-toy"),
                changing());
    }

    @Test
    void dpkg_is_never_ended_by_a_time_limit() {
        machine.answer(
                "apt-get -s", "0 upgraded, 1 newly installed, 0 to remove and 0 not upgraded.\nInst bash (1 x)\n");
        packages().apply(List.of(new Install(new PackageName("bash"), Optional.empty())), Progress.SILENT);
        var real = machine.asked().getLast();
        assertEquals(Optional.empty(), real.limit());
        assertEquals("noninteractive", real.environment().get("DEBIAN_FRONTEND"));
        assertTrue(real.arguments().contains("--no-remove"));
    }

    @Test
    void a_lower_version_and_only_that_is_allowed_to_go_down() {
        machine.answer("dpkg --compare-versions 1.0 lt 1.0", 0, "", "").answer("apt-get -s", NOTHING_TO_DO);
        packages().apply(List.of(new ChangeVersion(TOY, version("1.0"))), Progress.SILENT);
        assertTrue(
                changing().stream()
                        .allMatch(line -> line.contains(" --allow-downgrades ") || line.startsWith("apt-mark")),
                () -> changing().toString());
        assertTrue(changing().stream().noneMatch(line -> line.contains("essential")));
    }

    @Test
    void what_must_stay_is_not_removed_under_its_name_with_the_architecture_either() {
        machine.answer("apt-get -s", "1 to remove\nRemv bash [5.2.15-2+b13]\n");
        var bash = new Remove(new PackageName("bash:amd64"));
        var refused = assertInstanceOf(Attempt.Refused.class, packages().apply(List.of(bash), Progress.SILENT));
        assertTrue(refused.reason().contains("would also remove bash"), refused::reason);
        assertTrue(
                changing().stream().allMatch(line -> line.startsWith("apt-get -s")),
                () -> changing().toString());
    }

    @Test
    void removing_more_than_was_asked_for_is_refused() {
        machine.answer("apt-get -s", Captured.text("simulation-cascade.txt"));
        var attempt =
                assertInstanceOf(Attempt.Refused.class, packages().apply(List.of(new Remove(TOY)), Progress.SILENT));
        assertEquals(
                "apt would also remove twin-toy-dep, which nobody asked for; declare these absent too, or plan again",
                attempt.reason());
        assertEquals(1, changing().size(), "only the simulation");
    }

    @Test
    void what_must_stay_is_not_removed_whoever_asks() {
        machine.answer(
                "apt-get -s", "0 upgraded, 0 newly installed, 1 to remove and 0 not upgraded.\nRemv libc6 [2]\n");
        assertEquals(
                new Attempt.Refused("this machine must not lose libc6: essential package bash needs it"),
                packages().apply(List.of(new Remove(new PackageName("libc6"))), Progress.SILENT));
        assertEquals(1, changing().size(), "only the simulation");
    }

    @Test
    void something_else_on_hold_is_not_touched() {
        machine.answer(
                "apt-get -s",
                "1 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\nInst twin-toy [1.0] (1.1 x)\n");
        var install = new Install(new PackageName("bash"), Optional.empty());
        assertEquals(
                new Attempt.Refused("apt would also change packages that are on hold: twin-toy"),
                packages().apply(List.of(install), Progress.SILENT));
        assertEquals(
                Map.of("bash", new Forecast.Impossible("packages on hold would have to be changed: twin-toy")),
                packages().forecast(List.of(install)));
    }

    @Test
    void an_unknown_name_is_looked_for_in_fresh_lists_and_never_given_to_apt() {
        machine.answer("apt-get -q -o DPkg::Lock::Timeout=60 update", 100, "", "E: Failed to fetch http://x/y");
        assertEquals(
                new Attempt.Refused("apt's lists have no package python3-y: some packages could not be downloaded;"
                        + " check the network, or the lists are old: sudo apt-get update"),
                packages()
                        .apply(List.of(new Install(new PackageName("python3-y"), Optional.empty())), Progress.SILENT));
        assertEquals(List.of("apt-get -q -o DPkg::Lock::Timeout=60 update"), changing());
    }

    @Test
    void what_packages_are_known_by_is_fetched_anew_and_nothing_is_installed() {
        var waiting = List.<PackageAction>of(new Install(new PackageName("python3-y"), Optional.empty()));
        machine.answer("apt-get -q -o DPkg::Lock::Timeout=60 update", "");
        assertEquals(new Attempt.Ran(), packages().renew(waiting, Progress.SILENT));
        machine.answer("apt-get -q -o DPkg::Lock::Timeout=60 update", 100, "", "E: Failed to fetch http://x/y");
        assertEquals(
                new Attempt.Refused("some packages could not be downloaded; check the network, or the lists are old:"
                        + " sudo apt-get update"),
                packages().renew(waiting, Progress.SILENT));
        assertEquals(
                List.of("apt-get -q -o DPkg::Lock::Timeout=60 update", "apt-get -q -o DPkg::Lock::Timeout=60 update"),
                changing());
    }

    @Test
    void a_forecast_tells_unknown_names_impossible_versions_and_what_comes_along() {
        machine.answer("dpkg-query --show", Captured.text("dpkg-query.txt").replaceAll("(?m)^.*\ttwin-toy.*\n", ""))
                .answer("apt-get -s", Captured.text("simulation-install.txt"))
                .answer("apt-cache policy", Captured.text("policy.txt") + """
                        twin-toy-dep:
                          Installed: (none)
                          Candidate: 1.0
                          Version table:
                             1.0 500
                                500 file:/srv/lab-repo ./ Packages
                        """);
        assertEquals(
                Map.of(
                        "nosuch",
                                new Forecast.Unknown(
                                        "package nosuch in apt's lists (to renew them: sudo apt-get update)"),
                        "bash", new Forecast.Impossible("apt has no version 9.9 of bash, only 5.2.15-2+b13"),
                        "twin-toy-dep", new Forecast.Effects(List.of("twin-toy"), List.of())),
                packages()
                        .forecast(List.of(
                                new Install(new PackageName("nosuch"), Optional.empty()),
                                new ChangeVersion(new PackageName("bash"), version("9.9")),
                                new Install(DEP, Optional.empty()),
                                new Hold(DEP))));
        assertEquals(
                List.of("apt-get -s -y -q --no-auto-remove install -- twin-toy-dep"),
                changing(),
                "what is known to fail does not spoil the rest");
    }

    @Test
    void a_forecast_of_a_name_that_is_only_provided_by_others_says_how_to_find_these() {
        machine.answer("apt-cache policy", Captured.text("policy.txt"));
        assertEquals(
                Map.of(
                        "awk",
                        new Forecast.Unknown("package awk in apt's lists, but others that provide or need it"
                                + " (which: apt-cache showpkg awk; to renew the lists: sudo apt-get update)")),
                packages().forecast(List.of(new Install(new PackageName("awk"), Optional.empty()))));
    }

    @Test
    void a_forecast_of_marks_asks_nobody() {
        assertEquals(Map.of(), packages().forecast(List.of(new Hold(TOY))));
        assertEquals(List.of(), changing());
    }

    @Test
    void marks_are_grouped_and_the_last_word_counts() {
        packages()
                .apply(
                        List.of(
                                new Hold(DEP),
                                new Unhold(TOY),
                                new MarkManual(new PackageName("twin-lib")),
                                new Hold(new PackageName("bash"))),
                        Progress.SILENT);
        assertEquals(
                List.of(
                        "apt-mark -o DPkg::Lock::Timeout=60 hold -- bash twin-toy-dep",
                        "apt-mark -o DPkg::Lock::Timeout=60 manual -- twin-lib",
                        "apt-mark -o DPkg::Lock::Timeout=60 unhold -- twin-toy"),
                changing());
    }

    @Test
    void a_failing_run_sets_no_marks() {
        machine.answer("apt-get -s", NOTHING_TO_DO)
                .answer("apt-get -y", 100, "", "E: dpkg was interrupted, you must manually run 'dpkg --configure -a'");
        assertInstanceOf(
                Attempt.Refused.class,
                packages().apply(List.of(new Install(TOY, Optional.empty()), new Unhold(TOY)), Progress.SILENT));
        assertTrue(changing().stream().noneMatch(line -> line.startsWith("apt-mark")));
    }

    @Test
    void what_apt_complains_of_is_handed_on_also_where_it_succeeds() {
        machine.answer("apt-get -s", NOTHING_TO_DO).answer("apt-get -y", 0, "", "W: the mirror is slow\n");
        var heard = new Heard();
        assertEquals(new Attempt.Ran(), packages().apply(List.of(new Install(TOY, Optional.empty())), heard));
        assertEquals(List.of("W: the mirror is slow"), heard.said());
    }

    @Test
    void nothing_of_the_plan_stands_before_the_double_dash() {
        Property.forAll(actions(), actions -> {
            var request = new Request(Request.changesAmong(actions), true, true);
            for (Command command : List.of(request.simulation(), request.realThing())) {
                int dash = command.arguments().indexOf("--");
                assertEquals(request.changes().size(), command.arguments().size() - dash - 1);
                assertTrue(command.arguments().subList(0, dash).stream().noneMatch(word -> word.contains("zz")));
                assertTrue(command.arguments().stream().noneMatch(word -> word.contains("remove-essential")));
            }
        });
    }

    private static Arbitrary<List<PackageAction>> actions() {
        var name = Arbitraries.strings()
                .withChars("z0+.")
                .ofMinLength(1)
                .ofMaxLength(5)
                .map(tail -> new PackageName("zz" + tail));
        var version =
                Arbitraries.strings().withChars("z1.+~-:").ofMaxLength(5).map(tail -> new PackageVersion("1zz" + tail));
        return Combinators.combine(name, version, Arbitraries.integers().between(0, 3))
                .as((key, exact, op) -> switch (op) {
                    case 0 -> (PackageAction) new Install(key, Optional.of(exact));
                    case 1 -> new Install(key, Optional.empty());
                    case 2 -> new ChangeVersion(key, exact);
                    default -> new Remove(key);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
