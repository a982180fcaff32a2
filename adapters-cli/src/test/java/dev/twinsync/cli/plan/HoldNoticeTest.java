package dev.twinsync.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Progress;
import dev.twinsync.port.Probation.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldNoticeTest {

    private static final Trial TRIAL =
            new Trial(List.of("network.networkmanager/change/x"), "10.77.0.1 answers", Duration.ofSeconds(60));

    private final StringWriter screen = new StringWriter();

    private HoldNotice notice(boolean terminal) {
        var err = new PrintWriter(screen);
        var console = new Console(new PrintWriter(new StringWriter()), err, new Progress(err, terminal, false));
        return new HoldNotice(console, "twin apply --confirm");
    }

    @Test
    void it_is_one_line_where_nobody_watches() throws IOException {
        try (var question = notice(false).ask(TRIAL)) {
            question.left(Duration.ofSeconds(59));
            assertEquals(Optional.empty(), question.answer());
        }
        assertEquals(
                "The network was changed (10.77.0.1 answers). It is taken back in 60 s, unless you say in another"
                        + " session: twin apply --confirm" + System.lineSeparator(),
                screen.toString());
    }

    @Test
    void on_a_terminal_the_seconds_pass_by() throws IOException {
        try (var question = notice(true).ask(TRIAL)) {
            question.left(Duration.ofSeconds(59));
            question.left(Duration.ofSeconds(58));
        }
        assertTrue(screen.toString().contains("59 s left"), screen::toString);
        assertTrue(screen.toString().endsWith("waiting for the second command, 58 s left"), screen::toString);
    }
}
