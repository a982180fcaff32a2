package dev.twinsync.domain.cron;

import dev.twinsync.domain.shape.Shape;

/**
 * What an entry runs, exactly as cron's own line has it: {@code %} ends the command and begins its standard input, and
 * {@code \%} is a percent sign. At most 998 bytes in UTF-8, which is where cron itself stops reading.
 */
public record CronCommand(String text) {

    private static final int MOST_BYTES = 998;
    static final Shape<CronCommand> SHAPE = Shape.text("^[^ \\t=]", CronCommand::new, CronCommand::text);

    public CronCommand {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the command is empty");
        }
        if (" \t=".indexOf(text.charAt(0)) >= 0) {
            throw new IllegalArgumentException(
                    "the command begins with a blank or =, which cron does not read as part of" + " a command");
        }
        OneLine.check("the command", text, MOST_BYTES);
    }

    @Override
    public String toString() {
        return text;
    }
}
