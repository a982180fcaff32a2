package dev.twinsync.os.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.journal.SecondCommand.Confirmed;
import dev.twinsync.port.Asked.Answer;
import dev.twinsync.port.Asked.Question;
import dev.twinsync.port.Probation.Trial;
import dev.twinsync.port.SimulatedTicker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondCommandTest {

    private static final Trial TRIAL =
            new Trial(List.of("network.x/change/y"), "10.77.0.1 answers", Duration.ofSeconds(60));
    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    private Path temporary;

    private final SimulatedTicker ticker = new SimulatedTicker();
    private Path folder;

    @BeforeEach
    void name() throws IOException {
        folder = temporary.toRealPath().resolve("runs");
    }

    /** As another process would have it. */
    private SecondCommand session() {
        return new SecondCommand(folder, ticker);
    }

    private static Optional<Answer> answer(Question question) {
        try {
            return question.answer();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void who_waits_hears_it_and_who_says_it_knows() throws IOException {
        var question = session().ask(TRIAL);
        assertEquals(Optional.empty(), answer(question));
        ticker.after(SOON, () -> assertEquals(Optional.of(Answer.KEEP), answer(question)));

        assertEquals(Confirmed.HEARD, session().confirm());

        question.close();
        assertEquals(List.of(), left());
        assertEquals(Confirmed.NOBODY_WAITS, session().confirm());
    }

    @Test
    void heard_and_gone_in_one_moment_is_heard() throws IOException {
        var question = session().ask(TRIAL);
        ticker.after(SOON, () -> {
            assertEquals(Optional.of(Answer.KEEP), answer(question));
            question.close();
        });

        assertEquals(Confirmed.HEARD, session().confirm());
    }

    @Test
    void where_nobody_waits_nothing_is_made() throws IOException {
        assertEquals(Confirmed.NOBODY_WAITS, session().confirm());
        assertFalse(Files.exists(folder));
    }

    @Test
    void who_gave_up_waiting_is_not_said_to_have_heard_it() throws IOException {
        var question = session().ask(TRIAL);
        ticker.after(SOON, question::close);

        assertEquals(Confirmed.TOO_LATE, session().confirm());
        assertEquals(List.of(), left());
    }

    @Test
    void what_a_killed_twin_left_answers_nobody_and_binds_nobody() throws IOException {
        session().ask(TRIAL);

        assertEquals(Confirmed.NO_ANSWER, session().confirm());

        assertEquals(Optional.empty(), answer(session().ask(TRIAL)));
    }

    @Test
    void a_word_for_another_run_does_not_count() throws IOException {
        session().ask(TRIAL);
        var word = Files.readString(folder.resolve("waiting"));
        var question = session().ask(TRIAL);
        assertFalse(word.equals(Files.readString(folder.resolve("waiting"))), "each run has a word of its own");

        Files.writeString(folder.resolve("confirmed"), word);

        assertEquals(Optional.empty(), answer(question));
    }

    @Test
    void nobody_else_can_see_or_say_the_word() throws IOException {
        session().ask(TRIAL);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("waiting"))));

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThrows(IOException.class, () -> session().ask(TRIAL));
        assertThrows(IOException.class, () -> session().confirm());
    }

    @Test
    void what_is_no_word_or_no_file_is_none() throws IOException {
        session().ask(TRIAL);
        Files.writeString(folder.resolve("waiting"), "x".repeat(1_000_000));
        assertEquals(Confirmed.NOBODY_WAITS, session().confirm());

        Files.delete(folder.resolve("waiting"));
        Files.createSymbolicLink(folder.resolve("waiting"), Path.of("/etc/hostname"));
        var refused = assertThrows(IOException.class, () -> session().confirm());
        assertTrue(refused.getMessage().contains("link"), refused::getMessage);
    }
}
