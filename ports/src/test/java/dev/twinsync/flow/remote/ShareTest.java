package dev.twinsync.flow.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.port.SimulatedRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShareTest {

    private static final String SECRET = "Hunter2x9Q";

    private final SimulatedRepo repo = new SimulatedRepo();

    @BeforeEach
    void a_repository() throws IOException {
        repo.create(Map.of("config.yaml", new byte[0], "AGENTS.md", bytes("rules")));
        store("state/cron.yaml", "a: 1\npassword: " + SECRET + "\n");
        store("live/cron.yaml", "a: 1\n");
        store("schema/state.schema.json", "{}");
        store("filesystem/etc/motd", "hello");
        store("logs/current/index.yaml", "errors: 0\n");
        store("logs/current/files/syslog_tail.txt", "a line");
        store("plan/latest.yaml", "plan");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void store(String path, String text) throws IOException {
        repo.store(path, new ByteArrayInputStream(bytes(text)));
    }

    private Share.Bundle bundle(Redaction redaction) throws IOException {
        return new Share(repo, redaction).bundle();
    }

    @Test
    void it_holds_the_wish_what_was_seen_the_index_the_schemas_and_the_rules_and_nothing_else() throws IOException {
        assertEquals(
                List.of(
                        "AGENTS.md",
                        "live/cron.yaml",
                        "logs/current/index.yaml",
                        "schema/state.schema.json",
                        "state/cron.yaml"),
                List.copyOf(bundle(SimulatedTwin.REDACTION).files().keySet()));
    }

    @Test
    void secrets_are_masked_and_that_is_told() throws IOException {
        var bundle = bundle(SimulatedTwin.REDACTION);
        var text = new String(bundle.files().get("state/cron.yaml"), StandardCharsets.UTF_8);
        assertFalse(text.contains(SECRET), text);
        assertTrue(text.startsWith("a: 1\npassword: "), text);
        assertEquals(List.of("state/cron.yaml"), bundle.masked());
    }

    @Test
    void what_may_be_in_the_repository_may_not_be_in_the_bundle() throws IOException {
        var fingerprints = SimulatedTwin.REDACTION.fingerprints();
        var allowing = new Redaction(fingerprints, Set.of(fingerprints.of(SECRET)));
        var text = new String(bundle(allowing).files().get("state/cron.yaml"), StandardCharsets.UTF_8);
        assertFalse(text.contains(SECRET), text);
    }

    @Test
    void what_is_no_text_is_left_out_and_told() throws IOException {
        repo.store("state/odd.yaml", new ByteArrayInputStream(new byte[] {(byte) 0xff, 0}));
        var bundle = bundle(SimulatedTwin.REDACTION);
        assertEquals(List.of("state/odd.yaml"), bundle.leftOut());
        assertFalse(bundle.files().containsKey("state/odd.yaml"));
    }
}
