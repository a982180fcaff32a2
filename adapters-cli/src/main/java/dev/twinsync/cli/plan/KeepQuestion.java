package dev.twinsync.cli.plan;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.domain.Printable;
import dev.twinsync.port.Asked;
import dev.twinsync.port.Probation.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Asks the person at the terminal whether the changed network is to be kept. What was typed before the question came says
 * nothing about the line that it has to come over, so it does not count.
 */
final class KeepQuestion implements Asked {

    private static final String SAVE_CURSOR = "\u001b7\r";
    private static final String RESTORE_CURSOR = "\u001b8";
    /** Of a line that wraps only the last part could be written anew. */
    private static final int NARROW = 78;

    private final Console console;
    private final BufferedReader keyboard;
    private final ConcurrentLinkedQueue<Optional<String>> lines = new ConcurrentLinkedQueue<>();
    private boolean reading;

    /** @param keyboard of the terminal, of which nobody else reads from here on */
    KeepQuestion(Console console, BufferedReader keyboard) {
        this.console = console;
        this.keyboard = keyboard;
    }

    @Override
    public Question ask(Trial trial) throws IOException {
        forgetWhatWasTyped();
        if (!reading) {
            reading = true;
            Thread.ofPlatform().daemon().name("keyboard").start(this::read);
        }
        var question = new Open(fitting(trial.sign()), seconds(trial.left()));
        console.prompt(question.text());
        return question;
    }

    private void forgetWhatWasTyped() throws IOException {
        while (!reading && keyboard.ready()) {
            keyboard.readLine();
        }
        lines.clear();
    }

    /** A terminal that is gone says nothing more, which is a no. */
    private void read() {
        var line = line();
        while (line.isPresent()) {
            lines.add(line);
            line = line();
        }
        lines.add(line);
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(keyboard.readLine());
        } catch (IOException _) {
            return Optional.empty(); // as at the end of what is typed: nobody is there any more
        }
    }

    /** A sign that would make the line too long stands above it. */
    private String fitting(String sign) {
        var shown = Printable.of(sign);
        if (sign.isEmpty() || text(shown + "; ", "600").length() <= NARROW) {
            return sign.isEmpty() ? "" : shown + "; ";
        }
        console.aside(shown);
        return "";
    }

    private static String text(String sign, String seconds) {
        return "Keep the network as it is now? (" + sign + "taken back in " + seconds + " s) [y/N] ";
    }

    private static long seconds(Duration time) {
        return Math.max(1, time.toSeconds());
    }

    /** A question that stands on the screen. */
    private final class Open implements Question {

        private final String sign;
        private final int width;
        private long shown;
        private boolean answered;

        Open(String sign, long seconds) {
            this.sign = sign;
            this.width = String.valueOf(seconds).length();
            this.shown = seconds;
        }

        String text() {
            return KeepQuestion.text(sign, ("%" + width + "d").formatted(shown));
        }

        @Override
        public Optional<Answer> answer() {
            var line = Optional.ofNullable(lines.poll());
            answered |= line.isPresent();
            return line.map(words -> words.filter(KeepQuestion::isYes).isPresent() ? Answer.KEEP : Answer.TAKE_BACK);
        }

        /** Writes the same letters over themselves but for the number, and leaves alone what is being typed behind them. */
        @Override
        public void left(Duration time) {
            if (seconds(time) < shown) {
                shown = seconds(time);
                console.prompt(SAVE_CURSOR + text() + RESTORE_CURSOR);
            }
        }

        @Override
        public void close() {
            if (!answered) {
                console.aside("");
            }
        }
    }

    private static boolean isYes(String answer) {
        return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
