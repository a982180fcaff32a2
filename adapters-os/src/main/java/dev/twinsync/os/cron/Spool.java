package dev.twinsync.os.cron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The folder where cron keeps the crontabs, of which twin reads the names only. */
record Spool(Path folder) {

    /** {@code crontab} writes here before it renames. */
    private static final Pattern UNFINISHED = Pattern.compile("tmp\\.[A-Za-z0-9]{6}");

    sealed interface Listing {

        record Names(List<String> names) implements Listing {}

        record Failed(String reason) implements Listing {}
    }

    Listing list() {
        try (var files = Files.list(folder)) {
            return new Listing.Names(files.map(file -> file.getFileName().toString())
                    .filter(name -> !UNFINISHED.matcher(name).matches())
                    .sorted()
                    .toList());
        } catch (IOException | UncheckedIOException failed) {
            return new Listing.Failed(
                    "the folder of crontabs, " + folder + ", could not be read; twin knows Debian's cron");
        }
    }
}
