package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code twin help}, and what becomes of it where nobody gets it. */
class HelpOfCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int twin(String... words) {
        return TwinMain.commandLine(List.of(words))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    @ParameterizedTest
    @CsvSource({
        "help, Usage: twin [",
        "help schedule, Usage: twin schedule [",
        "help schedule show, Usage: twin schedule show [",
        "help config fs add, Usage: twin config fs add [",
        "help help, Usage: twin help [",
        "help -h, Usage: twin help ["
    })
    void it_is_the_help_of_the_command_that_is_named_with_all_its_words(String line, String beginning) {
        assertEquals(0, twin(line.split(" ")), err::toString);
        assertTrue(out.toString().startsWith(beginning), out::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help nonsense", "help schedule nonsense", "help status show"})
    void of_what_is_no_command_there_is_none(String line) {
        assertEquals(64, twin(line.split(" ")));
        assertTrue(err.toString().contains("has no command \""), err::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help schedule", "--version", "completion bash"})
    void what_could_not_be_written_was_not_told(String line) {
        var usual = System.out;
        var full = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
            @Override
            public boolean checkError() {
                return true;
            }
        };
        System.setOut(full);
        try {
            assertEquals(1, new TwinMain().run(line.split(" ")));
        } finally {
            System.setOut(usual);
        }
    }

    @Test
    void what_was_written_was_told() {
        assertEquals(0, new TwinMain().run("--version"));
    }
}
