package dev.twinsync.cli.plan;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.domain.Printable;
import dev.twinsync.port.Asked;
import dev.twinsync.port.Probation.Trial;
import java.time.Duration;
import java.util.Optional;

/**
 * Says that only a second command keeps the changed network, and how long there is time for it.
 *
 * @param command the second command
 */
record HoldNotice(Console console, String command) implements Asked {

    @Override
    public Question ask(Trial trial) {
        var sign = trial.sign().isEmpty() ? "" : " (" + trial.sign() + ")";
        console.aside(Printable.of("The network was changed" + sign + ". It is taken back in "
                + trial.left().toSeconds() + " s, unless you say in another session: " + command));
        return new Shown(console);
    }

    private record Shown(Console console) implements Question {

        @Override
        public Optional<Answer> answer() {
            return Optional.empty();
        }

        @Override
        public void left(Duration time) {
            console.passing("waiting for the second command, " + Math.max(1, time.toSeconds()) + " s left");
        }

        @Override
        public void close() {
            // what is written next takes the passing line away
        }
    }
}
