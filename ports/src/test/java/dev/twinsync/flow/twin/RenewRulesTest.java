package dev.twinsync.flow.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.port.SimulatedRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenewRulesTest {

    private static final String NEW = "<!-- twin: begin. new -->\nnew rules $1\n<!-- twin: end -->\n";

    private final SimulatedRepo repo = new SimulatedRepo();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void committed(String rules) throws IOException {
        repo.create(Map.of("config.yaml", new byte[0], "AGENTS.md", bytes(rules)));
        repo.commit("first", Set.of("config.yaml", "AGENTS.md"));
    }

    private Optional<String> renew() throws IOException {
        return new RenewRules(repo).renew(bytes(NEW));
    }

    private String rules() throws IOException {
        try (var in = repo.open("AGENTS.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_marked_block_is_renewed_and_what_stands_around_it_stays() throws IOException {
        committed("# mine\n<!-- twin: begin. old -->\nold\n<!-- twin: end -->\nmy rules\n");
        assertTrue(renew().isPresent());
        assertEquals("# mine\n" + NEW.strip() + "\nmy rules\n", rules());
        assertEquals(Optional.empty(), renew(), "once is enough");
    }

    @Test
    void without_the_marks_all_of_it_is_its_owners() throws IOException {
        committed("my rules\n<!-- twin: end -->\n");
        assertEquals(Optional.empty(), renew());
        assertEquals("my rules\n<!-- twin: end -->\n", rules());
    }

    @Test
    void an_edit_that_no_commit_has_is_left_alone() throws IOException {
        committed("<!-- twin: begin. old -->\nold\n<!-- twin: end -->\n");
        var edited = "<!-- twin: begin. old -->\nedited\n<!-- twin: end -->\n";
        repo.store("AGENTS.md", new ByteArrayInputStream(bytes(edited)));
        assertEquals(Optional.empty(), renew());
        assertEquals(edited, rules());
    }

    @Test
    void who_took_it_out_does_not_get_it_again() throws IOException {
        repo.create(Map.of("config.yaml", new byte[0]));
        assertEquals(Optional.empty(), renew());
        assertEquals(Optional.empty(), repo.digest("AGENTS.md"));
    }
}
