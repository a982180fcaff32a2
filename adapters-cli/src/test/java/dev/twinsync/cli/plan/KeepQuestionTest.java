package dev.twinsync.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Progress;
import dev.twinsync.port.Asked.Answer;
import dev.twinsync.port.Asked.Question;
import dev.twinsync.port.Probation.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepQuestionTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    /** A keyboard at which a test types whole lines; an empty text is its end. */
    private static final class Keyboard extends Reader {
        private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();

        void type(String text) {
            typed.add(text);
        }

        @Override
        public boolean ready() {
            return !typed.isEmpty();
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            try {
                var text = typed.take();
                text.getChars(0, text.length(), buffer, offset);
                return text.isEmpty() ? -1 : text.length();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }

        @Override
        public void close() {}
    }

    private final StringWriter screen = new StringWriter();
    private final Keyboard keyboard = new Keyboard();
    private final KeepQuestion person = person();

    private KeepQuestion person() {
        var err = new PrintWriter(screen);
        return new KeepQuestion(
                new Console(new PrintWriter(new StringWriter()), err, new Progress(err, true, false)),
                new BufferedReader(keyboard));
    }

    private Question ask(String sign) throws IOException {
        return person.ask(new Trial(List.of("network.networkmanager/change/x"), sign, MINUTE));
    }

    private static Answer answer(Question question) throws Exception {
        for (int tries = 0; tries < 500; tries++) {
            var answer = question.answer();
            if (answer.isPresent()) {
                return answer.get();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("no answer arrived");
    }

    @ParameterizedTest
    @CsvSource({"y,KEEP", "Yes,KEEP", "' y ',KEEP", "n,TAKE_BACK", "'',TAKE_BACK", "yy,TAKE_BACK", "keep,TAKE_BACK"})
    void only_a_yes_is_one(String line, Answer expected) throws Exception {
        try (var question = ask("10.77.0.1 answers")) {
            assertEquals(Optional.empty(), question.answer());
            keyboard.type(line + "\n");
            assertEquals(expected, answer(question));
        }
    }

    @Test
    void it_says_what_speaks_for_it_and_when_it_is_taken_back() throws IOException {
        ask("10.77.0.1 answers");
        assertEquals(
                "Keep the network as it is now? (10.77.0.1 answers; taken back in 60 s) [y/N] ", screen.toString());
    }

    @Test
    void what_was_typed_before_the_question_proves_nothing() throws Exception {
        keyboard.type("y\n");
        keyboard.type("y\n");
        try (var question = ask("")) {
            Thread.sleep(100);
            assertEquals(Optional.empty(), question.answer());
            keyboard.type("n\n");
            assertEquals(Answer.TAKE_BACK, answer(question));
        }
    }

    @Test
    void an_answer_that_came_too_late_does_not_answer_the_next_question() throws Exception {
        ask("").close();
        keyboard.type("y\n");
        while (keyboard.ready()) {
            Thread.sleep(10);
        }
        Thread.sleep(100);
        try (var question = ask("")) {
            assertEquals(Optional.empty(), question.answer());
            keyboard.type("n\n");
            assertEquals(Answer.TAKE_BACK, answer(question));
        }
    }

    @Test
    void a_terminal_that_is_gone_says_no() throws Exception {
        try (var question = ask("")) {
            keyboard.type("");
            assertEquals(Answer.TAKE_BACK, answer(question));
        }
    }

    @Test
    void the_seconds_that_are_left_are_written_over_the_old_ones_and_what_is_typed_stays() throws IOException {
        var question = ask("10.77.0.1 answers");
        var first = screen.toString();
        question.left(MINUTE.minusMillis(1));
        question.left(Duration.ofMillis(59_100));
        question.left(Duration.ofMillis(9_900));

        var written = screen.toString().substring(first.length());
        assertEquals(
                "\u001b7\r" + first.replace("60", "59") + "\u001b8\u001b7\r" + first.replace("60", " 9") + "\u001b8",
                written);
    }

    @Test
    void a_sign_that_is_too_long_for_the_line_stands_above_it_and_steers_nothing() throws IOException {
        ask("10.77.0.1, 10.77.0.2, 10.77.0.3 and 10.77.0.4 answer \u001b[2J");
        var lines = screen.toString().split(System.lineSeparator());
        assertEquals("10.77.0.1, 10.77.0.2, 10.77.0.3 and 10.77.0.4 answer \\u001b[2J", lines[0]);
        assertEquals("Keep the network as it is now? (taken back in 60 s) [y/N] ", lines[1]);
    }

    @Test
    void an_unanswered_question_ends_its_line() throws IOException {
        ask("").close();
        assertTrue(screen.toString().endsWith(System.lineSeparator()));
        assertFalse(screen.toString().startsWith(System.lineSeparator()));
    }
}
