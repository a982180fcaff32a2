package dev.twinsync.domain.predecessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read in a document of the port to Python, in which a person may have written by hand. */
class OldTreeTest {

    private final List<LeftOut> leftOut = new ArrayList<>();

    private OldTree document(String part, Tree entry) {
        return new OldTree(
                "state/" + part + ".yaml",
                Tree.map().put(part, Tree.list(List.of(entry))).build(),
                leftOut);
    }

    private Optional<Boolean> enabled(String word) {
        var entry = Tree.map().put("name", "ssh.service").put("enabled", Tree.literal(word));
        return document("services", entry.build()).services().getFirst().enabled();
    }

    @Test
    void a_truth_value_is_read_as_the_port_read_it_in_whatever_way_a_person_wrote_it() {
        for (String yes : List.of("true", "True", "TRUE", "yes", "Yes", "on")) {
            assertEquals(Optional.of(true), enabled(yes), yes);
        }
        for (String no : List.of("false", "False", "no", "NO", "off")) {
            assertEquals(Optional.of(false), enabled(no), no);
        }
        assertEquals(List.of(), leftOut);
    }

    @Test
    void what_is_no_truth_value_is_told_and_says_nothing() {
        assertEquals(Optional.empty(), enabled("maybe"));
        assertEquals(
                "enabled: maybe is neither true nor false", leftOut.getFirst().reason());
    }

    @Test
    void a_service_of_which_nothing_is_said_is_not_to_be_switched_off() {
        var entry = Tree.map().put("name", "ssh.service").put("running", Tree.literal("yes"));
        var service = document("services", entry.build()).services().getFirst();
        assertEquals(Optional.empty(), service.enabled());
        assertEquals(Optional.of(true), service.running());
    }

    @Test
    void a_package_is_absent_in_whatever_case_that_is_written_and_what_else_it_is_to_be_is_told() {
        var away = Tree.map().put("name", "nano").put("ensure", "Absent").build();
        assertTrue(document("packages", away).packages().getFirst().absent());
        var odd = Tree.map().put("name", "wget").put("ensure", "removed").build();
        assertEquals(List.of(), document("packages", odd).packages());
        assertEquals(
                "wget is to be removed, which is neither present nor absent",
                leftOut.getFirst().reason());
    }
}
