package dev.twinsync.domain.logs;

import java.util.Locale;

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

    /** {@code error}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
