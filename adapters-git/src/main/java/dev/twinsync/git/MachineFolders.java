package dev.twinsync.git;

import java.util.List;

/** What only the machine itself writes, so that its own is what counts. */
final class MachineFolders {

    private static final List<String> FOLDERS = List.of("live/", "logs/", "plan/");

    private MachineFolders() {}

    static boolean cover(String path) {
        return FOLDERS.stream().anyMatch(path::startsWith);
    }
}
