package dev.twinsync.flow.history;

import dev.twinsync.port.RepoCommit;
import java.util.Locale;

/**
 * Something that happened to one thing.
 *
 * @param commit that tells of it
 * @param name of the thing: {@code packages:nginx}
 * @param what in words, on one line; it may hold text from the machine
 */
public record Trace(RepoCommit commit, Where where, String name, String what) {

    /** Where it shows. */
    public enum Where {
        /** In {@code state/}. */
        WISH,
        /** In {@code live/}. */
        SEEN,
        /** In the results of a run. */
        RUN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
