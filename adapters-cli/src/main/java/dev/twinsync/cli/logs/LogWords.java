package dev.twinsync.cli.logs;

import dev.twinsync.cli.terminal.TextColumns;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.logs.Counts;
import java.time.Duration;
import java.util.Optional;

/** How numbers of logs are said. */
final class LogWords {

    private static final int TWO_DAYS_IN_HOURS = 48;

    private LogWords() {}

    /** A line with text from outside in it. */
    static String shown(String line) {
        return Shortened.to(TextColumns.WIDTH, Printable.of(line));
    }

    /** {@code 12 errors (1 in the last hour)}. */
    static String number(Counts counts, String thing) {
        return counted(counts.sinceBoot(), thing)
                + (counts.lastHour() > 0 ? " (" + counts.lastHour() + " in the last hour)" : "");
    }

    /** {@code 1 error}, {@code no errors}. */
    static String counted(long number, String thing) {
        return (number == 0 ? "no" : number) + " " + thing + (number == 1 ? "" : "s");
    }

    /**
     * {@code at least 2 errors, counted since 2026-11-22T20:00:00Z}.
     *
     * @param number none, or so many at least
     * @param since from when on it holds, where that is not since boot
     */
    static String counted(String number, boolean isNone, Optional<String> since) {
        return since.map(when -> (isNone ? "" : "at least ") + number + ", counted since " + when)
                .orElse(number + " since boot");
    }

    /** {@code 3 hours}. */
    static String length(Duration age) {
        if (age.toHours() >= TWO_DAYS_IN_HOURS) {
            return counted(age.toDays(), "day");
        }
        return age.toHours() > 0 ? counted(age.toHours(), "hour") : counted(age.toMinutes(), "minute");
    }
}
