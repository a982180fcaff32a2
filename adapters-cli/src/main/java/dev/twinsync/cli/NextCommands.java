package dev.twinsync.cli;

import dev.twinsync.port.HostAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that twin tells a person to run next, as they have to be written: about the machine that this command was about.
 *
 * @param host empty: this one
 */
record NextCommands(Optional<HostAddress> host) {

    static final NextCommands HERE = new NextCommands(Optional.empty());

    /** As {@code run: twin plan}, unless the machine stands there already. */
    private static final Pattern COMMAND = Pattern.compile(
            ": twin (?:init|snapshot|status|plan|apply|undo|restore|adopt|diff|review)\\b(?!:|.*--host)");

    /** A sentence of twin's, with what has to be added. */
    String in(String sentence) {
        return host.map(machine -> COMMAND.matcher(sentence)
                        .replaceAll(match -> Matcher.quoteReplacement(match.group() + " --host " + machine)))
                .orElse(sentence);
    }
}
