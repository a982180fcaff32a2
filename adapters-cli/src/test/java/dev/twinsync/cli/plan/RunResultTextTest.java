package dev.twinsync.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Progress;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.port.Narration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of an apply that came to nothing. */
class RunResultTextTest {

    private static final List<RunResult> CAME_TO_NOTHING = List.of(
            new RunResult.Locked("alice (process 7)"),
            new RunResult.Declined(),
            new RunResult.NotPermitted(List.of("sudo is not there")));

    @TempDir
    private Path folder;

    private final StringWriter told = new StringWriter();

    private RunResultText text() throws IOException {
        var out = new PrintWriter(told);
        return new RunResultText(
                Wiring.of(folder, folder, Narration.SILENT),
                new Console(out, out, new Progress(out, false, false)),
                new CommonOptions());
    }

    private void assertTold(RunResultText text, RunResult result, String told) throws IOException {
        this.told.getBuffer().setLength(0);
        text.show(result);
        assertTrue(this.told.toString().contains(told), this.told::toString);
    }

    @Test
    void of_a_review_that_adopted_and_ignored_it_does_not_say_that_nothing_was_changed() throws IOException {
        var text = text().afterDecisions();
        for (RunResult result : CAME_TO_NOTHING) {
            assertTold(text, result, "nothing was applied");
            assertFalse(told.toString().contains("nothing was changed"), told::toString);
        }
        assertEquals(Exit.LOCKED, text.show(CAME_TO_NOTHING.getFirst()));
    }

    @Test
    void of_an_apply_it_says_that_nothing_was_changed() throws IOException {
        for (RunResult result : CAME_TO_NOTHING) {
            assertTold(text(), result, "nothing was changed");
        }
    }
}
