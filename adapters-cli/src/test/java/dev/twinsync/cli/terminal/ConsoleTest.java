package dev.twinsync.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What somebody at a terminal sees, where standard output and standard error meet. */
class ConsoleTest {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final StringWriter screen = new StringWriter();
    private final PrintWriter writer = new PrintWriter(screen);

    private Console console(Progress progress) {
        return new Console(writer, writer, progress);
    }

    @Test
    void the_moving_line_is_gone_before_a_result_is_written() {
        var progress = new Progress(writer, true, false);
        progress.looking("cron.user");
        console(progress).line("In sync.");
        progress.finish();

        assertEquals(
                CLEAR_LINE + "looking at cron.user …" + CLEAR_LINE + "In sync." + System.lineSeparator(),
                screen.toString());
    }

    @Test
    void the_moving_line_is_gone_before_a_complaint_and_an_ended_action() {
        var progress = new Progress(writer, true, false);
        progress.looking("cron.user");
        console(progress).complain("no");
        progress.acting("a", 10, "x");
        progress.ended("a", new Outcome.Done());

        assertTrue(screen.toString().contains("…" + CLEAR_LINE + "twin: no"), screen::toString);
        assertTrue(screen.toString().contains("x" + CLEAR_LINE + "done"), screen::toString);
    }

    @Test
    void the_moving_line_fits_a_narrow_terminal() {
        new Progress(writer, true, false).acting("packages.debian/install/x", 10, "y".repeat(500));

        assertTrue(screen.toString().length() < CLEAR_LINE.length() + 80);
    }

    @Test
    void without_a_terminal_nothing_moves() {
        var progress = new Progress(writer, false, false);
        progress.looking("cron.user");
        progress.acting("a", 10, "x");
        console(progress).line("In sync.");
        progress.finish();

        assertEquals("In sync." + System.lineSeparator(), screen.toString());
    }
}
