package dev.twinsync.domain.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a container can become root of its machine by. */
class ReachTest {

    private static Reach with(Isolation isolation, String... volumes) {
        return Reach.of(isolation, List.of(volumes).stream().map(Volume::parse).toList());
    }

    private static Reach volume(String volume) {
        return with(Isolation.USUAL, volume);
    }

    private static Isolation isolation(boolean privileged, List<String> devices, List<String> rights) {
        return new Isolation(
                NetworkMode.HOST,
                privileged,
                devices.stream().map(Device::parse).toList(),
                rights.stream().map(Capability::new).toList(),
                List.of());
    }

    private static Reach device(String device) {
        return with(isolation(false, List.of(device), List.of()));
    }

    private static Reach right(String right) {
        return with(isolation(false, List.of(), List.of(right)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/:/host",
                "/:/host:ro",
                "//:/host",
                "/etc:/e",
                "/etc/:/e",
                "/etc/cron.d:/c",
                "/root:/r",
                "/root/.ssh:/r",
                "/proc:/p",
                "/sys:/s:rw",
                "/usr/local/bin:/b",
                "/lib64:/l",
                "/boot:/b",
                "/home:/h",
                "/home/alice/.ssh:/s",
                "/var:/v",
                "/var/spool/cron:/c",
                "/run:/r:ro",
                "/var/run:/r",
                "/run/docker.sock:/s",
                "/var/run/docker.sock:/var/run/docker.sock:ro",
                "/run/user/1000/podman/podman.sock:/s"
            })
    void folders_of_the_system_and_sockets_of_engines_lead_out(String volume) {
        assertTrue(volume(volume).isFar());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "etc:/e",
                "docker.sock:/s",
                "/etc",
                "/etc/localtime:/etc/localtime:ro",
                "/run/dbus:/run/dbus:ro",
                "/sys:/s:ro",
                "/srv/homeassistant:/config",
                "/srv/etc:/e",
                "/etcetera:/e",
                "/home/alice/media:/m",
                "/var/lib/toy:/t",
                "/dev/bus/usb:/dev/bus/usb"
            })
    void other_folders_and_what_is_only_read_do_not(String volume) {
        assertFalse(volume(volume).isFar());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYS_ADMIN", "CAP_SYS_PTRACE", "SYS_MODULE", "SYS_RAWIO", "DAC_READ_SEARCH", "all"})
    void strong_rights_do(String right) {
        assertTrue(right(right).isFar());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NET_ADMIN", "NET_RAW", "SYS_TIME", "SYS_NICE"})
    void weak_ones_do_not(String right) {
        assertFalse(right(right).isFar());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev",
                "/dev/sda",
                "/dev/sda1:/dev/x:r",
                "/dev/nvme0n1",
                "/dev/mapper/root",
                "/dev/disk/by-id/x",
                "/dev/mem",
                "/dev//sda",
                "/dev/",
                "/srv/../dev/sda",
                "/dev/./sda"
            })
    void disks_and_memory_do(String device) {
        assertTrue(device(device).isFar());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/dev/ttyUSB0", "/dev/serial/by-id/x", "/dev/dri", "/dev/net/tun", "/dev/video0", "/dev/snd"})
    void sticks_and_tunnels_do_not(String device) {
        assertFalse(device(device).isFar());
    }

    @Test
    void whoever_has_everything_gains_nothing() {
        var all = with(isolation(true, List.of(), List.of()));
        var some = with(isolation(false, List.of("/dev/sda"), List.of("SYS_PTRACE")), "/etc:/e");
        assertTrue(all.isFar() && all.isBeyond(some) && all.isBeyond(Reach.NONE));
        assertFalse(some.isBeyond(all) || right("ALL").isBeyond(all) || all.isBeyond(all));
    }

    @Test
    void one_more_way_is_a_gain_and_the_same_at_another_place_is_none() {
        var some = with(isolation(false, List.of(), List.of("SYS_PTRACE")), "/etc:/e");
        assertFalse(volume("/etc:/other").isBeyond(some));
        assertTrue(volume("/root:/r").isBeyond(some));
        assertTrue(volume("/etc:/e").isBeyond(volume("/etc:/e:ro")));
    }

    @Test
    void making_one_that_goes_far_is_of_high_risk() {
        var usual = ContainerTablesTest.spec("toy:1");
        var name = new ContainerName("toy");
        assertEquals(ContainerAction.Risk.MEDIUM, new ContainerAction.Create(name, usual, true).risk());
        var far = new ContainerSpec(
                usual.image(),
                usual.digest(),
                usual.restart(),
                usual.command(),
                usual.entrypoint(),
                usual.ports(),
                Optional.of(List.of(Volume.parse("/:/host"))),
                usual.environment(),
                usual.labels(),
                usual.isolation());
        assertEquals(ContainerAction.Risk.HIGH, new ContainerAction.Create(name, far, true).risk());
    }
}
