package dev.twinsync.domain.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.twinsync.domain.secrets.Redaction;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolSpeechTest {

    private static final String SECRET = "hunter2-and-more";
    private static final Redaction REDACTION = new Redaction(secret -> "0123456789abcdef", Set.of());

    private static Optional<String> tail(String stderr) {
        return ToolSpeech.tail(stderr, REDACTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=hunter2-and-more",
                "PGPASSWORD=hunter2-and-more psql",
                "Passphrase: 'hunter2-and-more'",
                "\"api_key\": \"hunter2-and-more\"",
                "token = hunter2-and-more, and the rest",
                "Authorization: Bearer hunter2-and-more",
                "E: https://alice:hunter2-and-more@deb.example/dists failed",
                "psk=hunter2-and-more",
                "client_secret:hunter2-and-more"
            })
    void what_looks_like_a_secret_is_masked(String line) {
        var tail = tail(line).orElseThrow();
        assertFalse(tail.contains(SECRET), tail);
    }

    @Test
    void what_a_tool_complains_of_stays_readable() {
        var line = "E: Unable to locate package nonsense: see https://deb.example/dists";
        assertEquals(Optional.of(line), tail(line));
    }

    @Test
    void only_the_end_is_kept() {
        var all = IntStream.range(0, 100).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        var tail = tail(all).orElseThrow().lines().toList();
        assertEquals(20, tail.size());
        assertEquals("line 99", tail.getLast());
    }

    @Test
    void a_line_without_end_is_cut_before_anything_is_looked_for_in_it() {
        assertEquals(400, tail("://" + "a".repeat(5_000_000)).orElseThrow().length());
    }

    @Test
    void what_steers_a_terminal_is_taken_out() {
        assertEquals(Optional.of("a [2Kb"), tail("a\u001b[2Kb"));
    }

    @Test
    void nothing_said_is_nothing_kept() {
        assertEquals(Optional.empty(), tail("\n  \n"));
    }
}
