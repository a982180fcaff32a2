package dev.twinsync.domain.timers;

import java.util.Locale;

/** What an interval is counted from. */
public enum Since {
    /** The timer was switched on. */
    ACTIVE("OnActive"),
    /** The machine was switched on. */
    BOOT("OnBoot"),
    /** systemd was started. */
    STARTUP("OnStartup"),
    /** What the timer starts was started last. */
    UNIT_ACTIVE("OnUnitActive"),
    /** What the timer starts ended last. */
    UNIT_INACTIVE("OnUnitInactive");

    private final String directive;

    Since(String directive) {
        this.directive = directive;
    }

    /** As unit files write it: {@code OnBootSec}. */
    public String directive() {
        return directive + "Sec";
    }

    /** As systemd tells it of a timer: {@code OnBootUSec}. */
    public String property() {
        return directive + "USec";
    }

    /** As documents write it: {@code unit-active}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
