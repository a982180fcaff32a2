package dev.twinsync.os.supervisor;

import java.util.Optional;

/**
 * What is to be read of a log.
 *
 * @param path {@code core/logs}, {@code supervisor/logs/latest}, {@code core/logs/boots/-1}, {@code core/logs/follow}
 * @param dated each line begins with {@code 2026-08-21 09:14:03.512 host identifier[pid]:}, in UTC
 */
public record LogRequest(String path, boolean dated, Amount amount) {

    private static final String FOLLOW = "/follow";

    public LogRequest {
        Paths.check(path);
        if (!path.matches(".+/logs(/.+)?")) {
            throw new IllegalArgumentException("not the path of a log: " + path);
        }
    }

    /** How much of it. */
    public sealed interface Amount {}

    /** What the Supervisor gives by itself: 100 lines, and of {@code latest} all. */
    public record Usual() implements Amount {}

    /** The last lines. @param count at least 2: the Supervisor knows no less */
    public record Lines(int count) implements Amount {
        public Lines {
            if (count < 2) {
                throw new IllegalArgumentException("the Supervisor knows no less than 2 lines: " + count);
            }
        }
    }

    /**
     * Lines from a place of the journal on.
     *
     * @param cursor the place; empty: the end where one goes back from it, else the beginning
     * @param skip how many lines after it to begin with, or, below zero, before it
     * @param count at most so many; empty: all
     */
    public record Entries(String cursor, int skip, Optional<Integer> count) implements Amount {
        public Entries {
            if (!cursor.matches("[A-Za-z0-9=;_.-]*")) {
                throw new IllegalArgumentException("no place of a journal: " + cursor);
            }
        }

        /** As a header says it. */
        String range() {
            return "entries=" + cursor + ":" + skip + ":"
                    + count.map(Object::toString).orElse("");
        }
    }

    public static LogRequest last(String path, int lines) {
        return new LogRequest(path, false, new Lines(lines));
    }

    public LogRequest withDates() {
        return new LogRequest(path, true, amount);
    }

    /** Whether it goes on with what comes to be written. */
    boolean isFollowing() {
        return path.endsWith(FOLLOW);
    }
}
