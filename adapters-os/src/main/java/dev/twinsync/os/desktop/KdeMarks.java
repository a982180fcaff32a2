package dev.twinsync.os.desktop;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a file of KDE marks as not to be changed: all of it, groups, or settings. {@code kwriteconfig} keeps to it. */
final class KdeMarks {

    /** Alone on a line it is about the whole file. */
    static final String FIXED = "[$i]";

    private record Setting(List<String> group, String key) {}

    private final Set<List<String>> groups = new HashSet<>();
    private final Set<Setting> settings = new HashSet<>();
    private boolean all;

    void fixAll() {
        all = true;
    }

    void fix(List<String> group) {
        groups.add(group);
    }

    void fix(List<String> group, String key) {
        settings.add(new Setting(group, key));
    }

    boolean isFixed(List<String> group, String key) {
        return all || groups.contains(group) || settings.contains(new Setting(group, key));
    }
}
