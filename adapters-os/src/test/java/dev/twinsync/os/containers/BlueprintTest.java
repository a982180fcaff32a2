package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        return new Facts(
                new Blueprint(wish.spec(), "toy:1", Optional.of(new Portrait(before, NO_IMAGE)), values, mark).body());
    }

    private static Container tied(String mode, String networks) {
        return container(
                "'HostConfig': {'NetworkMode': '" + mode + "'}, 'NetworkSettings': {'Networks': {" + networks + "}}");
    }

    private static void assertTied(Container before, Set<String> first, Set<String> others) {
        var ties = new Ties(before);
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
        var ties = new Ties(tied("zzz", "'zzz': {'Aliases': ['db', 'dbbee79d5aa8']}"));
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
