package dev.twinsync.os.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageAction.Install;
import dev.twinsync.domain.packages.PackageAction.Remove;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.os.Answer;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.packages.Disks.Disk;
import dev.twinsync.os.packages.Simulation.Arrival;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has no room is not begun. */
class RoomTest {

    private static final long MIB = 1 << 20;
    private static final String NO_ROOM =
            "what would be installed takes 100 MiB more than what is there now, and so much"
                    + " is not free (see: df -h); make room first, as by: sudo apt-get clean";

    @TempDir
    Path root;

    private final Map<Path, Disk> disks = new HashMap<>();
    private final ScriptedCommands machine = new ScriptedCommands();

    @BeforeEach
    void one_file_system_for_all() throws IOException {
        for (String place : List.of("usr", "var", "boot")) {
            Files.createDirectory(root.resolve(place));
        }
        system(99 * MIB);
        mounted("boot", "system", 99 * MIB);
        machine.answer("apt-get indextargets", "");
    }

    private void system(long free) {
        mounted("", "system", free);
        mounted("usr", "system", free);
        mounted("var", "system", free);
    }

    private void mounted(String place, String id, long free) {
        disks.put(root.resolve(place), new Disk(id, free));
    }

    private Disks disks() {
        return new Disks(root, place -> Optional.ofNullable(disks.get(place)));
    }

    private Optional<String> lack(Simulation simulation, Part... arriving) {
        var answer = new Room(new Tools(machine), disks()).lack(simulation, List.of(arriving));
        return assertInstanceOf(Answer.Given.class, answer).value() instanceof Optional<?> lack
                ? lack.map(String.class::cast)
                : Optional.empty();
    }

    private static Part part(String key, long mib) {
        return new Part(key, List.of(), List.of(), List.of(), mib << 10);
    }

    private static Simulation arriving(String... names) {
        return new Simulation(
                List.of(names).stream()
                        .map(name -> new Arrival(name, Optional.empty(), "1"))
                        .toList(),
                Set.of());
    }

    @Test
    void what_is_larger_than_what_is_free_has_no_room() {
        assertEquals(Optional.of(NO_ROOM), lack(arriving("a", "b"), part("a", 60), part("b", 40)));
        assertEquals(Optional.empty(), lack(arriving("a", "b"), part("a", 60), part("b", 39)));
    }

    @Test
    void a_package_that_apt_shows_twice_comes_once() {
        assertEquals(Optional.empty(), lack(arriving("a"), part("a", 60), part("a", 60)));
    }

    @Test
    void what_goes_gives_its_room() {
        machine.answer("dpkg-query --show --showformat=${Installed-Size}\\n -- a gone", "30720\n\n");
        var simulation = new Simulation(List.of(new Arrival("a", Optional.of("1"), "2")), Set.of("gone"));
        assertEquals(Optional.empty(), lack(simulation, part("a", 129)));
        assertEquals(Optional.of(NO_ROOM), lack(simulation, part("a", 130)));
    }

    @Test
    void what_is_free_elsewhere_counts_too_since_files_may_go_there() {
        mounted("var", "another", 2 * MIB);
        assertEquals(Optional.empty(), lack(arriving("a"), part("a", 101)));
    }

    @Test
    void where_nobody_can_say_what_fits_nothing_is_said() {
        disks.remove(root.resolve("usr"));
        assertEquals(Optional.empty(), lack(arriving("a"), part("a", 1_000)));
    }

    private void aBootOfItsOwn(long free) throws IOException {
        mounted("boot", "boot", free);
        Files.write(root.resolve("boot/vmlinuz-6.1.0-9-amd64"), new byte[1 << 20]);
        Files.write(root.resolve("boot/initrd.img-6.1.0-9-amd64"), new byte[2 << 20]);
        Files.write(root.resolve("boot/initrd.img-6.1.0-8-amd64"), new byte[3 << 20]);
    }

    @Test
    void a_kernel_needs_room_in_boot_for_what_is_made_of_it_too() throws IOException {
        aBootOfItsOwn(3 * MIB - 1024);
        var newKernel = arriving("linux-image-6.1.0-10-amd64", "linux-image-amd64");
        var said = lack(newKernel).orElseThrow();
        assertTrue(
                said.startsWith("the kernel that would be installed needs about 3 MiB in /boot, and so much is not"),
                said);
        assertTrue(said.contains("uname -r"), said);
        aBootOfItsOwn(3 * MIB);
        assertEquals(Optional.empty(), lack(newKernel));
        assertTrue(lack(arriving("linux-image-6.1.0-10-amd64", "linux-image-6.1.0-11-amd64"))
                .isPresent());
    }

    @Test
    void a_kernel_that_takes_the_place_of_its_older_version_needs_room_for_the_larger_file() throws IOException {
        var changed = new Simulation(
                List.of(
                        new Arrival("linux-image-6.1.0-9-amd64", Optional.of("1"), "2"),
                        new Arrival("linux-image-6.1.0-8-amd64", Optional.of("1"), "2")),
                Set.of());
        aBootOfItsOwn(2 * MIB - 1024);
        assertTrue(lack(changed).isPresent());
        aBootOfItsOwn(2 * MIB);
        assertEquals(Optional.empty(), lack(changed));
    }

    @Test
    void of_a_kernel_of_which_nobody_can_say_how_large_it_is_nothing_is_said() throws IOException {
        aBootOfItsOwn(0);
        assertTrue(lack(arriving("linux-image-6.12.117+deb12-amd64-unsigned")).isPresent());
        assertEquals(Optional.empty(), lack(arriving("linux-image-6.12.117+deb12-amd64-dbg")), "symbols");
        assertEquals(Optional.empty(), lack(arriving("linux-image-6.1.0-10-cloud-amd64")), "another flavour");
        assertEquals(
                Optional.empty(),
                lack(new Simulation(
                        arriving("linux-image-6.1.0-10-amd64").arrivals(), Set.of("linux-image-6.1.0-8-amd64"))),
                "one makes room");
    }

    @Test
    void what_dpkg_leaves_out_takes_no_room() throws IOException {
        var settings = Files.createDirectories(root.resolve("etc/dpkg/dpkg.cfg.d"));
        assertEquals(Optional.of(NO_ROOM), lack(arriving("a"), part("a", 100)));
        Files.writeString(settings.resolve("docker"), "# slim\npath-exclude=/usr/share/doc/*\n");
        assertEquals(Optional.empty(), lack(arriving("a"), part("a", 100)));
    }

    @Test
    void a_boot_on_the_file_system_of_all_is_no_place_of_its_own() throws IOException {
        aBootOfItsOwn(0);
        mounted("boot", "system", 0);
        assertEquals(Optional.empty(), lack(arriving("linux-image-6.1.0-10-amd64")));
    }

    @Test
    void what_has_no_room_is_blocked_and_never_begun_and_what_goes_still_goes() {
        machine.answer("dpkg --print-architecture", "amd64\n")
                .answer("dpkg-query --show", Captured.text("dpkg-query.txt"))
                .answer("apt-mark", "")
                .answer("apt-cache policy", Captured.text("policy.txt"))
                .answer("apt-cache show", "Package: twin-toy\nInstalled-Size: 102400\n")
                .answer(
                        "apt-get -s",
                        "0 upgraded, 1 newly installed, 0 to remove and 0 not upgraded.\nInst twin-toy (1.0 x [all])\n")
                .answer("apt-get -s -y -q --no-auto-remove install -- twin-lib-", "Remv twin-lib [2.0]\n");
        var packages =
                new DebianPackages(machine, new RunningSystem(Optional.empty(), Optional.empty()), root, disks());
        PackageAction install = new Install(new PackageName("twin-toy"), Optional.empty());
        var forecast = packages.forecast(List.of(install, new Remove(new PackageName("twin-lib"))));
        assertEquals(Map.of("twin-toy", new Forecast.Impossible(NO_ROOM)), forecast);
        assertTrue(machine.lines().contains("apt-get -s -y -q --no-auto-remove install -- twin-lib-"));
        assertEquals(new Attempt.Refused(NO_ROOM), packages.apply(List.of(install), Progress.SILENT));
        assertEquals(
                List.of(),
                machine.lines().stream()
                        .filter(line -> line.startsWith("apt-get") && !line.startsWith("apt-get -s"))
                        .filter(line -> !line.startsWith("apt-get indextargets"))
                        .toList());
    }

    private Map<String, Forecast> forecastOfTwo(String sizes) {
        machine.answer("dpkg --print-architecture", "amd64\n")
                .answer("dpkg-query --show", Captured.text("dpkg-query.txt"))
                .answer("apt-mark", "")
                .answer(
                        "apt-cache policy",
                        "small:\n  Candidate: 1\n  Version table:\n     1 500\n"
                                + "large:\n  Candidate: 1\n  Version table:\n     1 500\n")
                .answer("apt-cache show", sizes)
                .answer("apt-get -s", "Inst large (1 x [all])\nInst small (1 x [all])\n")
                .answer("apt-get -s -y -q --no-auto-remove install -- small", "Inst small (1 x [all])\n")
                .answer("apt-cache show -- small=1", "Package: small\nInstalled-Size: 1\n");
        var packages =
                new DebianPackages(machine, new RunningSystem(Optional.empty(), Optional.empty()), root, disks());
        return packages.forecast(List.of(
                new Install(new PackageName("large"), Optional.empty()),
                new Install(new PackageName("small"), Optional.empty())));
    }

    @Test
    void one_without_room_keeps_no_other_one_from_coming() {
        var forecast = forecastOfTwo("Package: large\nInstalled-Size: 102400\n\nPackage: small\nInstalled-Size: 1\n");
        assertEquals(Map.of("large", new Forecast.Impossible(NO_ROOM)), forecast);
        assertTrue(machine.lines().contains("apt-get -s -y -q --no-auto-remove install -- small"), "not asked again");
    }

    @Test
    void where_only_all_of_them_have_no_room_the_way_to_take_some_is_told() {
        var forecast =
                forecastOfTwo("Package: large\nInstalled-Size: 51200\n\nPackage: small\nInstalled-Size: 51200\n");
        var reason = new Forecast.Impossible(NO_ROOM + ", or take some of it: twin plan --only packages:NAME");
        assertEquals(Map.of("large", reason, "small", reason), forecast);
    }

    @Test
    void a_removal_that_brings_something_else_needs_room_for_it() {
        machine.answer("dpkg --print-architecture", "amd64\n")
                .answer("dpkg-query --show", Captured.text("dpkg-query.txt"))
                .answer("apt-mark", "")
                .answer("apt-cache show", "Package: instead\nInstalled-Size: 102400\n")
                .answer("apt-get -s", "Inst instead (1.0 x [all])\nRemv twin-lib [2.0]\n");
        var packages =
                new DebianPackages(machine, new RunningSystem(Optional.empty(), Optional.empty()), root, disks());
        machine.answer("dpkg-query --show --showformat=${Installed-Size}\\n -- twin-lib", "0\n");
        assertEquals(
                Map.of("twin-lib", new Forecast.Impossible(NO_ROOM)),
                packages.forecast(List.of(new Remove(new PackageName("twin-lib")))));
    }

    @Test
    void the_disks_of_this_machine_are_looked_at() {
        var disk = Disks.ofThisMachine().at("tmp");
        disk.ifPresent(there -> assertTrue(there.free() > 0));
        assertEquals(Optional.empty(), Disks.ofThisMachine().at("no/such/place"));
    }
}
