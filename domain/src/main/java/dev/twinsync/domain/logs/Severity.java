package dev.twinsync.domain.logs;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How grave a message is, in syslog's order: the first is the gravest. */
public enum Severity {
    EMERGENCY,
    ALERT,
    CRITICAL,
    ERROR,
    WARNING,
    NOTICE,
    INFO,
    DEBUG;

    /** @param priority 0 to 7, as syslog and the journal count; what is out of range is {@code INFO} */
    public static Severity ofPriority(int priority) {
        return priority >= 0 && priority < values().length ? values()[priority] : INFO;
    }

    /** The one with this {@link #word()}. */
    public static Optional<Severity> ofWord(String word) {
        return Stream.of(values())
                .filter(severity -> severity.word().equals(word))
                .findFirst();
    }

    public boolean isCritical() {
        return compareTo(CRITICAL) <= 0;
    }

    /** Critical ones included. */
    public boolean isError() {
        return compareTo(ERROR) <= 0;
    }

    public boolean isWarning() {
        return this == WARNING;
    }

    public Severity graver(Severity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The place of a word in the order of graveness, behind all others where it is none of them. */
    static int rank(String word) {
        return (int) Stream.of(values())
                .takeWhile(severity -> !severity.word().equals(word))
                .count();
    }

    /** {@code error}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
