package dev.twinsync.os.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that twin made for itself alone, for a while. */
public final class OwnFolder {

    private OwnFolder() {}

    /** Takes it away with all that is in it; no link is followed. */
    public static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
