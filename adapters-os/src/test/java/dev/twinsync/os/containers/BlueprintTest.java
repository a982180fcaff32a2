package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.containers.Capability;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.Device;
import dev.twinsync.domain.containers.Isolation;
import dev.twinsync.domain.containers.IsolationWish;
import dev.twinsync.domain.containers.NetworkMode;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a container goes on to the one that takes its place. */
class BlueprintTest {

    private static final String ID = "dbbee79d5aa8" + "7".repeat(52);
    private static final Facts NO_IMAGE = new Facts(Tree.map().build());

    private static Container container(String more) {
        var text = "{\"Id\": \"" + ID + "\", " + more.replace('\'', '"') + "}";
        return switch (JsonReader.read(text)) {
            case Reading.Value<Tree>(var tree) -> new Container(new Facts(tree));
            case Reading.Wrong<Tree>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static Facts blueprint(Container before, Wish wish) {
        var values = new Values(Map.of(), Set.of());
        var mark = Map.entry(Container.REPLACES, ID);
        return new Facts(new Blueprint(
                        wish.spec(),
                        "toy:1",
                        Optional.of(new Portrait(before, NO_IMAGE, Optional.empty())),
                        values,
                        mark)
                .body());
    }

    private static Container tied(String mode, String networks) {
        return container(
                "'HostConfig': {'NetworkMode': '" + mode + "'}, 'NetworkSettings': {'Networks': {" + networks + "}}");
    }

    private static void assertTied(Container before, Set<String> first, Set<String> others) {
        var ties = Ties.of(before, IsolationWish.NONE);
        assertEquals(first, ties.first().keySet());
        assertEquals(others, ties.others().keySet());
    }

    @Test
    void one_on_the_network_of_its_engine_stays_there_and_on_what_it_was_connected_with() {
        assertTied(tied("default", "'aaa': {}, 'bridge': {}"), Set.of(), Set.of("aaa"));
        assertTied(tied("bridge", "'podman': {}, 'aaa': {}"), Set.of(), Set.of("aaa"));
    }

    @Test
    void one_is_made_in_the_network_that_was_chosen_for_it() {
        assertTied(tied("zzz", "'aaa': {}, 'zzz': {}"), Set.of("zzz"), Set.of("aaa"));
        assertTied(tied("zzz", "'bridge': {}, 'zzz': {}"), Set.of("zzz"), Set.of("bridge"));
    }

    @Test
    void one_that_was_taken_off_the_network_of_its_engine_does_not_come_back_to_it() {
        assertTied(tied("default", "'aaa': {}, 'bbb': {}"), Set.of("aaa"), Set.of("bbb"));
    }

    @Test
    void one_without_a_network_of_its_own_is_tied_to_none() {
        assertTied(tied("host", "'host': {}"), Set.of(), Set.of());
        assertTied(tied("none", "'none': {}"), Set.of(), Set.of());
        assertTied(tied("container:1", ""), Set.of(), Set.of());
    }

    @Test
    void other_names_in_a_network_are_kept_but_for_the_id() {
        var ties = Ties.of(tied("zzz", "'zzz': {'Aliases': ['db', 'dbbee79d5aa8']}"), IsolationWish.NONE);
        assertEquals(
                List.of("db"), new Facts(ties.first().get("zzz")).at("Aliases").texts());
    }

    @Test
    void one_in_the_network_of_another_asks_for_no_name_of_a_host() {
        var hostname = "'Config': {'Hostname': 'other', 'Domainname': 'lan', 'User': '7'}";
        var lodger = blueprint(
                container(hostname + ", 'HostConfig': {'NetworkMode': 'container:1'}"), Wish.of("web", "toy:1"));
        assertEquals("", lodger.at("Hostname").text());
        assertEquals("", lodger.at("Domainname").text());
        assertEquals("7", lodger.at("User").text());
        var own =
                blueprint(container(hostname + ", 'HostConfig': {'NetworkMode': 'default'}"), Wish.of("web", "toy:1"));
        assertEquals("other", own.at("Hostname").text());
    }

    private static IsolationWish network(String mode) {
        return new IsolationWish(
                Optional.of(new NetworkMode(mode)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void assertMoved(Container before, String mode, Set<String> first, Set<String> others) {
        var ties = Ties.of(before, network(mode));
        assertEquals(first, ties.first().keySet());
        assertEquals(others, ties.others().keySet());
    }

    @Test
    void one_that_moves_to_another_network_keeps_those_that_it_was_connected_with_besides() {
        assertMoved(tied("zzz", "'aaa': {}, 'zzz': {}"), "bbb", Set.of("bbb"), Set.of("aaa"));
        assertMoved(tied("zzz", "'aaa': {}, 'zzz': {}"), "aaa", Set.of("aaa"), Set.of());
        assertMoved(tied("zzz", "'aaa': {}, 'zzz': {}"), "bridge", Set.of(), Set.of("aaa"));
        assertMoved(tied("default", "'aaa': {}, 'bridge': {}"), "bbb", Set.of("bbb"), Set.of("aaa"));
        assertMoved(tied("host", "'host': {}"), "bbb", Set.of("bbb"), Set.of());
    }

    @Test
    void one_that_has_no_network_of_its_own_any_more_is_tied_to_none() {
        assertMoved(tied("zzz", "'aaa': {}, 'zzz': {}"), "host", Set.of(), Set.of());
        assertMoved(tied("default", "'aaa': {}, 'bridge': {}"), "none", Set.of(), Set.of());
    }

    @Test
    void one_that_stays_where_it_was_made_stays_tied_as_it_was() {
        assertMoved(tied("zzz", "'aaa': {}, 'zzz': {}"), "zzz", Set.of("zzz"), Set.of("aaa"));
        assertMoved(tied("default", "'aaa': {}, 'bridge': {}"), "bridge", Set.of(), Set.of("aaa"));
    }

    @Test
    void one_that_leaves_the_network_of_the_machine_leaves_its_name_there() {
        var before = container("'Config': {'Hostname': 'machine'}, 'HostConfig': {'NetworkMode': 'host'}");
        var wish = Wish.of("web", "toy:1");
        assertEquals("machine", blueprint(before, wish).at("Hostname").text());
        var moved = blueprint(before, wish.isolated(network("bridge")));
        assertEquals("", moved.at("Hostname").text());
        assertEquals("default", moved.at("HostConfig", "NetworkMode").text());
    }

    @Test
    void one_that_moves_into_the_network_of_another_asks_for_no_name_of_a_host() {
        var before = container("'Config': {'Hostname': 'own'}, 'HostConfig': {'NetworkMode': 'default'}");
        var moved = blueprint(before, Wish.of("web", "toy:1").isolated(network("container:db")));
        assertEquals("", moved.at("Hostname").text());
        assertEquals("container:db", moved.at("HostConfig", "NetworkMode").text());
    }

    @Test
    void how_far_it_is_parted_from_the_machine_is_as_it_was_unless_it_is_wished_otherwise() {
        var before = container("'HostConfig': {'NetworkMode': 'default', 'Privileged': false,"
                + " 'MaskedPaths': ['/proc/acpi'], 'CapAdd': ['CAP_SYS_TIME'], 'CapDrop': ['CAP_CHOWN'],"
                + " 'Devices': [{'PathOnHost': '/dev/a', 'PathInContainer': '/dev/b', 'CgroupPermissions': 'r'}]}");
        assertEquals(
                new Isolation(
                        NetworkMode.BRIDGE,
                        false,
                        List.of(new Device("/dev/a", "/dev/b", "r")),
                        List.of(new Capability("SYS_TIME")),
                        List.of(new Capability("CHOWN"))),
                Fence.of(before, Optional.empty(), ContainerEngine.DOCKER));
        assertEquals(
                List.of(),
                Fence.of(before, Optional.empty(), ContainerEngine.PODMAN).capDrop(),
                "Podman tells it of every container");
        var kept = blueprint(before, Wish.of("web", "toy:1")).at("HostConfig");
        assertEquals(List.of("CAP_SYS_TIME"), kept.at("CapAdd").texts());
        assertEquals(List.of("/proc/acpi"), kept.at("MaskedPaths").texts());

        var wish = new IsolationWish(
                Optional.empty(),
                Optional.of(true),
                Optional.of(List.of()),
                Optional.of(List.of(new Capability("NET_ADMIN"))),
                Optional.of(List.of()));
        var changed = blueprint(before, Wish.of("web", "toy:1").isolated(wish)).at("HostConfig");
        assertTrue(changed.at("Privileged").truth());
        assertTrue(changed.at("MaskedPaths").isNothing(), "a privileged container sees all");
        assertEquals(List.of(), changed.at("Devices").items());
        assertEquals(List.of("NET_ADMIN"), changed.at("CapAdd").texts());
        assertEquals(List.of(), changed.at("CapDrop").texts());
    }

    @Test
    void what_no_wish_can_say_of_a_network_is_seen() {
        assertEquals("container:1", Ties.mode(tied("container:1", "")).text());
        assertEquals(NetworkMode.HOST, Ties.mode(tied("host", "'host': {}")));
        assertEquals(NetworkMode.BRIDGE, Ties.mode(tied("slirp4netns", "'x': {}")));
        assertEquals(new NetworkMode("aaa"), Ties.mode(tied("bridge", "'aaa': {}")));
        assertEquals(NetworkMode.BRIDGE, Ties.mode(tied("bridge", "'aaa': {}, 'podman': {}")));
    }

    private static final String MOUNTED = "'HostConfig': {'Binds': ['/srv/x/:/data:rshared', 'v:/v:nocopy'],"
            + " 'Mounts': [{'Type': 'bind', 'Source': '/srv/y', 'Target': '/y', 'BindOptions': {'Propagation': 'slave'}}]},"
            + " 'Mounts': [{'Type': 'bind', 'Source': '/srv/x', 'Destination': '/data', 'RW': true},"
            + " {'Type': 'volume', 'Name': 'v', 'Destination': '/v', 'RW': true},"
            + " {'Type': 'bind', 'Source': '/srv/y', 'Destination': '/y', 'RW': true}]";

    private static List<String> binds(Facts body) {
        return body.at("HostConfig", "Binds").texts();
    }

    @Test
    void a_volume_that_stays_keeps_what_a_wish_has_no_words_for() {
        var body = blueprint(
                container(MOUNTED), Wish.of("web", "toy:1").volumes("/srv/x:/data", "v:/v", "/srv/y:/y", "/new:/new"));
        assertEquals(List.of("/new:/new", "/srv/x/:/data:rshared", "v:/v:nocopy"), binds(body));
        assertEquals(
                "slave",
                body.at("HostConfig", "Mounts")
                        .items()
                        .getFirst()
                        .at("BindOptions", "Propagation")
                        .text());
    }

    @Test
    void a_volume_that_changes_is_as_it_is_wished() {
        var body = blueprint(
                container(MOUNTED), Wish.of("web", "toy:1").volumes("/srv/x:/data:ro", "other:/v", "/srv/z:/y"));
        assertEquals(List.of("/srv/x:/data:ro", "/srv/z:/y", "other:/v"), binds(body));
        assertEquals(List.of(), body.at("HostConfig", "Mounts").items());
    }
}
