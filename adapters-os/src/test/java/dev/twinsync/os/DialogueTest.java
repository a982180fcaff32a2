package dev.twinsync.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DialogueTest {

    private static Dialogue shell(String script) throws IOException {
        return Dialogue.start("sh", List.of("-c", script));
    }

    @Test
    void it_answers_while_it_runs_and_ends_when_it_is_told_nothing_any_more() throws IOException {
        try (var cat = Dialogue.start("cat", List.of())) {
            var answers = new BufferedReader(new InputStreamReader(cat.output(), StandardCharsets.UTF_8));
            for (String word : List.of("one", "two\u00e4")) {
                cat.input().write((word + "\n").getBytes(StandardCharsets.UTF_8));
                cat.input().flush();
                assertEquals(word, answers.readLine());
            }
        }
    }

    @Test
    void nothing_of_our_environment_gets_through() throws IOException {
        try (var env = Dialogue.start("env", List.of())) {
            var text = new String(env.output().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    Programs.ENVIRONMENT.keySet().stream().sorted().toList(),
                    text.lines().map(line -> line.split("=")[0]).sorted().toList());
        }
    }

    @Test
    void of_what_it_says_aside_the_last_lines_are_kept() throws IOException {
        try (var talker = shell("seq 1 100000 >&2; printf '  at\\n\\nlast\\n' >&2; exit 3")) {
            assertEquals(-1, talker.output().read());
            assertEquals(Optional.of(3), talker.ended());
            assertTrue(talker.said().endsWith("; 99999; 100000; last"), talker::said);
            assertTrue(talker.said().length() < 1000, talker::said);
        }
    }

    @Test
    void a_program_that_is_not_installed_is_said_to_be_so() {
        var refused = assertThrows(IOException.class, () -> Dialogue.start("no-such-program", List.of()));
        assertEquals("no-such-program is not installed", refused.getMessage());
    }

    @Test
    void closing_waits_for_the_end_and_takes_what_is_still_written() throws IOException {
        var slow = shell("cat >/dev/null; head -c 1000000 /dev/zero; echo finished >&2");
        slow.close();
        assertEquals("finished", slow.said());
        assertEquals(Optional.of(0), slow.ended());
    }

    @Test
    void who_does_not_keep_to_it_is_not_waited_for() throws IOException {
        var deaf = shell("exec sleep 1000");
        deaf.abandon();
        assertEquals(Optional.empty(), deaf.ended());
        assertTrue(sleepers().findAny().isPresent());
        sleepers().forEach(ProcessHandle::destroyForcibly);
    }

    private static Stream<ProcessHandle> sleepers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains("1000"))
                        .isPresent());
    }
}
