package dev.twinsync.domain.desktop;

import java.util.Locale;

/** Which desktop keeps the settings. */
public enum DesktopBackend {
    GNOME,
    KDE;

    /** As documents say it: {@code gnome}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
