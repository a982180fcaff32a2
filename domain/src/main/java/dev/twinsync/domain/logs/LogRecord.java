package dev.twinsync.domain.logs;

import java.util.Optional;

/**
 * One message of a log, as it was written: nothing in it is to be trusted.
 *
 * @param at UTC, to the second: {@code 2026-11-22T13:05:00Z}; empty: the line has no time
 * @param unit what it is about: {@code nginx.service}, else the tag of the program
 * @param tag the program that wrote it: {@code sshd}; may be empty
 * @param pid of the program, in digits; may be empty
 */
public record LogRecord(Optional<String> at, Severity severity, String unit, String tag, String pid, String message) {

    LogRecord withMessage(String other) {
        return new LogRecord(at, severity, unit, tag, pid, other);
    }
}
