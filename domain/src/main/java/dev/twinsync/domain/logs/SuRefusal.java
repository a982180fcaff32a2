package dev.twinsync.domain.logs;

import java.util.Optional;
import java.util.regex.Pattern;

/** What su writes when a password was wrong: {@code FAILED SU (to root) alice on pts/0}. */
final class SuRefusal {

    private static final String SERVICE = "su";
    private static final Pattern LINE =
            Pattern.compile("FAILED SU \\(to ([^ ()]{1,256}+)\\) [^ ]{0,256}+ on [^ ]{1,256}+");

    private SuRefusal() {}

    /** The account is the one that somebody wanted to become. */
    static Optional<RefusedEntry> in(CharSequence message) {
        var line = LINE.matcher(message);
        return line.matches()
                ? Optional.of(new RefusedEntry(SERVICE, line.group(1), RefusedEntry.LOCAL, 1))
                : Optional.empty();
    }
}
