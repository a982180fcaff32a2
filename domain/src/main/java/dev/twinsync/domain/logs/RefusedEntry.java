package dev.twinsync.domain.logs;

import java.util.regex.Pattern;

/**
 * What one line tells of attempts to get in that were refused.
 *
 * @param user the account that was tried, or {@link #NOT_SHOWN}
 * @param from an address, the name of a host, {@link #LOCAL} or {@link #UNKNOWN}
 * @param tries how many attempts the line stands for
 */
record RefusedEntry(String service, String user, String from, long tries) {

    /** In the place of a name that is none: a password typed into the wrong field must not be kept. */
    static final String NOT_SHOWN = "(not shown)";

    static final String LOCAL = "local";
    static final String UNKNOWN = "unknown";

    private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_.-]{0,31}");

    RefusedEntry {
        user = ACCOUNT.matcher(user).matches() ? user : NOT_SHOWN;
    }

    RefusedEntry times(long times) {
        return new RefusedEntry(service, user, from, tries * times);
    }
}
