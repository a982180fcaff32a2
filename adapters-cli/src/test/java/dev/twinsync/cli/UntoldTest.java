package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command says of itself whose standard output cannot be written. */
class UntoldTest extends FilesOnly {

    private static final String LOSS = "twin: what this command says could not be written: ";

    private void planToWrite() throws IOException {
        wish("welcome\n");
        assertEquals(2, twin("plan").exit());
    }

    @Test
    void an_apply_of_which_the_report_got_lost_does_not_say_that_nothing_was_changed() throws IOException {
        planToWrite();
        var run = CommandRun.untold(repo, "apply --yes");

        assertEquals("welcome\n", Files.readString(motd));
        assertEquals(9, run.exit(), run::toString);
        assertTrue(run.err().contains(LOSS), run::err);
        assertTrue(run.err().contains("what was done is done: for what an apply did, run: twin history"), run::err);
    }

    @Test
    void an_apply_of_which_the_report_got_lost_keeps_the_code_of_its_failure() throws IOException {
        planToWrite();
        wish("other\n");
        var run = CommandRun.untold(repo, "apply --yes");

        assertEquals(3, run.exit(), run::toString);
        assertTrue(Files.notExists(motd));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "plan", "diff", "history", "config get backup_days", "doctor"})
    void a_command_that_only_tells_failed_where_it_could_not(String command) throws IOException {
        wish("welcome\n");
        var run = CommandRun.untold(repo, command);

        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains(LOSS), run::err);
    }
}
