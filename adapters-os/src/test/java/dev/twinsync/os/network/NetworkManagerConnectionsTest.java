package dev.twinsync.os.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.network.LiveProfile.Keeper;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.NetworkAction.Remove;
import dev.twinsync.domain.network.ProfileName;
import dev.twinsync.domain.network.ProfileUuid;
import dev.twinsync.os.Self;
import dev.twinsync.os.network.Checkpoints.Checkpoint;
import dev.twinsync.os.network.Profiles.Listing;
import dev.twinsync.os.secrets.Veil;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What there is to say without a NetworkManager. */
class NetworkManagerConnectionsTest {

    private static final String UUID = "0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa";
    private static final NetworkAction REMOVE = new Remove(new ProfileUuid(UUID), new ProfileName("Home"), false);
    private static final Self ALICE = new Self("alice", 1000);

    @TempDir
    private Path root;

    private NetworkManagerConnections network(Self self) {
        return new NetworkManagerConnections(
                root, self, Duration.ofSeconds(60), new Reachability(new KernelTable(root), _ -> false));
    }

    @Test
    void without_a_bus_nothing_is_seen_and_nothing_is_done() {
        var unseen =
                assertInstanceOf(Observation.Unavailable.class, network(ALICE).observe(Scope.everything()));
        assertTrue(unseen.reason().startsWith("NetworkManager is not running"), unseen.reason());
        assertInstanceOf(Attempt.Refused.class, network(ALICE).apply(List.of(REMOVE), Progress.SILENT));
    }

    @Test
    void all_actions_are_one_transaction() {
        assertEquals(List.of(List.of(REMOVE, REMOVE)), network(ALICE).transactions(List.of(REMOVE, REMOVE)));
        assertEquals(List.of(), network(ALICE).transactions(List.of()));
    }

    @Test
    void only_root_changes_the_network() {
        assertEquals(
                Optional.of("needs root, and twin runs as alice"),
                network(ALICE).obstacle(REMOVE));
        assertEquals(Optional.empty(), network(new Self("root", 0)).obstacle(REMOVE));
    }

    @Test
    void where_nothing_is_on_probation_there_is_nothing_to_keep_or_to_mend() {
        assertEquals(new Attempt.Ran(), network(ALICE).keep(List.of(REMOVE)));
        assertEquals(new Attempt.Ran(), network(ALICE).mend(List.of(REMOVE), Progress.SILENT));
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/NetworkManager/system-connections/Home.nmconnection, true, false",
        "/etc/sysconfig/network-scripts/ifcfg-eth0, true, false",
        "/run/NetworkManager/system-connections/Wired connection 1.nmconnection, false, false",
        "/run/NetworkManager/system-connections/docker0.nmconnection, false, false",
        "/run/NetworkManager/system-connections/netplan-eth0.nmconnection, true, true",
        "/run/NetworkManager/system-connections/netplan-NM-0c903f3c.nmconnection, true, false",
        "/usr/lib/NetworkManager/system-connections/shipped.nmconnection, false, false",
        "'', false, false"
    })
    void whose_a_profile_is_tells_its_file(String file, boolean somebodys, boolean netplans) {
        var profile = new SavedProfile("/1", file, Map.of());
        assertEquals(somebodys, profile.isSomebodys());
        assertEquals(netplans ? Optional.of(Keeper.NETPLAN) : Optional.empty(), profile.keeper());
    }

    private static SavedProfile saved(String uuid, String id) {
        return new SavedProfile(
                "/1",
                "/etc/x",
                Map.of(
                        "connection",
                        Map.of(
                                "uuid", Facts.text(uuid),
                                "id", Facts.text(id),
                                "type", Facts.text("802-3-ethernet"))));
    }

    @Test
    void a_profile_that_twin_has_no_words_for_is_a_gap_and_no_end_of_the_look() {
        var seen = assertInstanceOf(
                Observation.Seen.class,
                new Look(Scope.everything(), ALICE)
                        .of(new Listing(List.of(saved(UUID, "two\nlines"), saved("no-uuid", "x")), 0)));
        assertEquals(List.of(), seen.live());
        assertTrue(seen.gapOver(UUID).isPresent());
    }

    @Test
    void a_profile_that_may_be_hidden_from_alice_is_not_taken_for_missing() {
        var other = "1c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa";
        var scope = new Scope.Only(Set.of(UUID, other));
        var seen = (Observation.Seen<?>) new Look(scope, ALICE).of(new Listing(List.of(saved(UUID, "Home")), 1));
        assertEquals(1, seen.live().size());
        assertTrue(seen.gapOver(other).orElseThrow().reason().contains("alice"));
        var all = (Observation.Seen<?>) new Look(scope, ALICE).of(new Listing(List.of(saved(UUID, "Home")), 0));
        assertEquals(List.of(), all.gaps());
    }

    @Test
    void who_has_the_network_instead_is_named_with_the_remedy() throws IOException {
        assertEquals(
                "NetworkManager is not running, as it is not installed; run: sudo apt-get install network-manager",
                new Instead(root).inWords());
        Files.createDirectories(root.resolve("usr/sbin"));
        Files.createFile(root.resolve("usr/sbin/NetworkManager"));
        assertEquals(
                "NetworkManager is not running; start it: sudo systemctl start NetworkManager",
                new Instead(root).inWords());
        Files.createDirectories(root.resolve("proc/7"));
        Files.writeString(root.resolve("proc/7/comm"), "systemd-network\n");
        assertEquals(
                "NetworkManager is not running; systemd-networkd has the network of this machine,"
                        + " and twin leaves that alone",
                new Instead(root).inWords());
        Files.createDirectories(root.resolve("etc/netplan"));
        Files.createFile(root.resolve("etc/netplan/50-cloud-init.yaml"));
        assertTrue(new Instead(root).inWords().contains("as /etc/netplan says"), new Instead(root).inWords());
    }

    @Test
    void a_note_of_a_checkpoint_is_read_as_it_was_written() throws IOException {
        var note = new CheckpointNote(root.resolve("note"));
        assertEquals(Optional.empty(), note.read());
        var checkpoint = new Checkpoint("/org/freedesktop/NetworkManager/Checkpoint/7", 1_259_762);
        note.write(checkpoint);
        assertEquals(Optional.of(checkpoint), note.read());
        assertEquals(Optional.empty(), note.remove());
        assertEquals(Optional.empty(), note.read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a 1", "/a 1\n/b 2\n", "a 1\n", "/a -1\n", "/a 99999999999999999999\n"})
    void a_note_that_twin_did_not_write_says_nothing(String text) throws IOException {
        Files.writeString(root.resolve("note"), text);
        assertEquals(Optional.empty(), new CheckpointNote(root.resolve("note")).read());
    }

    @Test
    void a_secret_is_veiled_wherever_it_stands_and_whatever_it_is_a_part_of() {
        var veil = new Veil("***", 1);
        veil.hide("pass");
        veil.hide("password1");
        veil.hide("");
        Texts.in(Map.of("vpn", Map.of("secrets", new Facts(Map.of("a", Facts.text("inner"))).dictionary())))
                .forEach(veil::hide);
        assertEquals("psk: *** and *** and ***", veil.over("psk: password1 and pass and inner"));
    }

    @Test
    void what_is_about_to_be_written_does_not_show_its_secrets_in_words() {
        var wanted = Map.of("wifi-security", Map.of("psk", Facts.text("s3cret")));
        var rewriting = new Rewriting(REMOVE, Optional.empty(), Optional.of(wanted));
        assertFalse(rewriting.toString().contains("s3cret"));
        assertEquals("remove " + UUID, rewriting.toString());
    }
}
