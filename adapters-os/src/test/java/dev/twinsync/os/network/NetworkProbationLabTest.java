package dev.twinsync.os.network;

import static dev.twinsync.os.network.NetworkLab.NO_SECRETS;
import static dev.twinsync.os.network.NetworkLab.activeOn;
import static dev.twinsync.os.network.NetworkLab.addressed;
import static dev.twinsync.os.network.NetworkLab.automatic;
import static dev.twinsync.os.network.NetworkLab.checkpoints;
import static dev.twinsync.os.network.NetworkLab.done;
import static dev.twinsync.os.network.NetworkLab.must;
import static dev.twinsync.os.network.NetworkLab.network;
import static dev.twinsync.os.network.NetworkLab.newUuid;
import static dev.twinsync.os.network.NetworkLab.profile;
import static dev.twinsync.os.network.NetworkLab.run;
import static dev.twinsync.os.network.NetworkLab.see;
import static dev.twinsync.os.network.NetworkLab.seen;
import static dev.twinsync.os.network.NetworkLab.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.NetworkAction.Add;
import dev.twinsync.domain.network.NetworkAction.Change;
import dev.twinsync.domain.network.NetworkAction.Remove;
import dev.twinsync.domain.network.ProfileName;
import dev.twinsync.domain.network.ProfileUuid;
import dev.twinsync.os.AliceJava;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing that cuts the machine off outlives its checkpoint. Runs on the lab machine, as root. */
@Tag("lab")
class NetworkProbationLabTest {

    private static final Duration SHORT = Duration.ofSeconds(8);

    private static Remove remove(String uuid) {
        return new Remove(new ProfileUuid(uuid), new ProfileName("lab"), false);
    }

    private static Add add(String uuid) {
        return new Add(profile(uuid, "lab new", "ethernet", "eth9", false, automatic()), NO_SECRETS);
    }

    private static boolean answers(String address) {
        try {
            return InetAddress.getByName(address).isReachable(5000);
        } catch (IOException noWay) {
            return false;
        }
    }

    @AfterEach
    void no_checkpoint_is_left() {
        assertEquals("ao 0", checkpoints());
    }

    @Test
    void whoever_keeps_it_too_late_is_told_so() {
        var uuid = newUuid();
        var network = network(Duration.ofSeconds(2));
        var action = List.<NetworkAction>of(add(uuid));
        var probation = assertInstanceOf(Attempt.OnProbation.class, network.apply(action, Progress.SILENT));
        assertEquals("10.77.0.1 answers", probation.sign());
        waitFor(Duration.ofSeconds(4));
        assertEquals(
                new Attempt.Refused("nobody confirmed it in time, so NetworkManager has taken it back"),
                network.keep(action));
        assertEquals(Optional.empty(), see(uuid));
    }

    /** A twin that is killed right after its change. */
    static final class Killed {
        public static void main(String[] uuid) {
            network(SHORT).apply(List.of(add(uuid[0])), Progress.SILENT);
            Runtime.getRuntime().halt(9);
        }
    }

    private static void killed(String uuid) {
        run(
                "env",
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                uuid);
    }

    @Test
    void what_a_killed_twin_did_is_taken_back_without_it() {
        var uuid = newUuid();
        killed(uuid);
        assertTrue(see(uuid).isPresent());
        waitFor(SHORT.plusSeconds(1));
        assertEquals(Optional.empty(), see(uuid));
        assertEquals(new Attempt.Ran(), network().mend(List.of(add(uuid)), Progress.SILENT));
    }

    @Test
    void the_twin_after_a_killed_one_need_not_wait() {
        var uuid = newUuid();
        killed(uuid);
        assertEquals(new Attempt.Ran(), network().mend(List.of(add(uuid)), Progress.SILENT));
        assertEquals(Optional.empty(), see(uuid));
    }

    @Test
    void a_checkpoint_of_somebody_else_is_left_alone() {
        var theirs = must(
                "busctl",
                "call",
                "org.freedesktop.NetworkManager",
                "/org/freedesktop/NetworkManager",
                "org.freedesktop.NetworkManager",
                "CheckpointCreate",
                "aouu",
                "0",
                "30",
                "0");
        var path = theirs.substring(theirs.indexOf('"') + 1, theirs.lastIndexOf('"'));
        var uuid = newUuid();
        var refused = assertInstanceOf(Attempt.Refused.class, network().apply(List.of(add(uuid)), Progress.SILENT));
        assertTrue(refused.reason().startsWith("somebody else has the network on probation"), refused.reason());
        assertEquals(Optional.empty(), see(uuid));
        assertEquals(new Attempt.Ran(), network().mend(List.of(), Progress.SILENT));
        must(
                "busctl",
                "call",
                "org.freedesktop.NetworkManager",
                "/org/freedesktop/NetworkManager",
                "org.freedesktop.NetworkManager",
                "CheckpointDestroy",
                "o",
                path);
    }

    @Test
    void a_change_after_which_the_gateway_is_silent_is_taken_back() {
        var uuid = newUuid();
        var good = profile(uuid, "lab only", "ethernet", "eth1", true, addressed("10.77.0.78", "10.77.0.1"));
        done(new Add(good, NO_SECRETS));
        must("nmcli", "device", "disconnect", "eth0");
        try {
            var bad = profile(uuid, "lab only", "ethernet", "eth1", true, addressed("10.99.0.2", "10.99.0.1"));
            var attempt = network(Duration.ofSeconds(30)).apply(List.of(new Change(bad, NO_SECRETS)), Progress.SILENT);
            assertEquals(new Attempt.TakenBack("10.77.0.1 does not answer any more"), attempt);
            assertEquals(good, seen(uuid));
            assertEquals(uuid, activeOn("eth1"));
            var addresses = run("ip", "-o", "-4", "address", "show", "dev", "eth1");
            assertTrue(addresses.contains("10.77.0.78/24"), addresses);
            assertTrue(answers("10.77.0.1"));
        } finally {
            must("nmcli", "device", "connect", "eth0");
            must("nmcli", "connection", "delete", uuid);
        }
    }

    @Test
    void taking_the_only_way_out_is_taken_back() {
        var uuid = newUuid();
        done(new Add(profile(uuid, "lab only", "ethernet", "eth1", true, automatic()), NO_SECRETS));
        must("nmcli", "device", "disconnect", "eth0");
        try {
            var attempt = network(Duration.ofSeconds(30)).apply(List.of(remove(uuid)), Progress.SILENT);
            if (attempt instanceof Attempt.TakenBack(var why)) {
                assertEquals("10.77.0.1 does not answer any more", why);
            } else {
                assertInstanceOf(Attempt.OnProbation.class, attempt);
                assertTrue(answers("10.77.0.1"));
                assertEquals(new Attempt.Ran(), network().takeBack(List.of(remove(uuid))));
            }
            assertTrue(see(uuid).isPresent());
            assertEquals(uuid, activeOn("eth1"));
        } finally {
            must("nmcli", "device", "connect", "eth0");
            must("nmcli", "connection", "delete", uuid);
        }
    }

    /** What the user alice may do: look, and nothing more. */
    static final class AsAlice {
        public static void main(String[] nothing) {
            var uuid = newUuid();
            var network = network();
            System.out.println(NetworkLab.everything().live().size());
            System.out.println(network.obstacle(add(uuid)).orElse("none"));
            System.out.println(network.apply(List.of(add(uuid)), Progress.SILENT));
        }
    }

    @Test
    void alice_sees_the_profiles_and_may_not_change_them() {
        var lines = AliceJava.run(AsAlice.class).lines().toList();
        assertEquals(
                List.of(
                        String.valueOf(NetworkLab.everything().live().size()),
                        "needs root, and twin runs as alice",
                        "Refused[reason=NetworkManager allows this to root only, or by a polkit rule]"),
                lines);
    }
}
