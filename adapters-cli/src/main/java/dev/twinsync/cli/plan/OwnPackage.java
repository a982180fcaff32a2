package dev.twinsync.cli.plan;

import dev.twinsync.cli.terminal.SharedReasons;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What many packages say of themselves alike, each with its own name: that apt's lists do not have it, or not yet. */
final class OwnPackage {

    private static final String BEFORE_A_NAME = "(?<![\\w.+:/@-])";
    private static final String AFTER_A_NAME = "(?![\\w+:/@-]|\\.\\w)";
    private static final String NO_NAME = "\0";
    /** What is to be run about one package is of no use to another. */
    private static final String A_COMMAND = "(?:run: |see |which: ).*";

    private final SharedReasons reasons = new SharedReasons(UnaryOperator.identity());

    /** The key of the first one that said the same of itself. */
    Optional<String> like(String key, String reason) {
        var itself = Pattern.compile(BEFORE_A_NAME + Pattern.quote(key) + AFTER_A_NAME);
        return Pattern.compile(A_COMMAND + itself, Pattern.DOTALL)
                                .matcher(reason)
                                .find()
                        || !itself.matcher(reason).find()
                ? Optional.empty()
                : reasons.instead(key, itself.matcher(reason).replaceAll(NO_NAME));
    }
}
