package dev.twinsync.git.work;

import java.util.List;

/** What only the machine itself writes, so that its own is what counts. */
public final class MachineFolders {

    private static final List<String> FOLDERS = List.of("live/", "logs/", "plan/");

    private MachineFolders() {}

    public static boolean cover(String path) {
        return FOLDERS.stream().anyMatch(path::startsWith);
    }
}
