package dev.twinsync.os.files;

import dev.twinsync.port.Backups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Removes from a folder the content that is wanted no more. It belongs to several repositories, of which none may take away
 * what another one asked for: the longest wish of each content counts.
 *
 * @param days for how long whoever clears up wants all that is there: more than was asked for at its time, perhaps, never less
 */
record Forgetting(Path folder, long days, Instant now) {

    private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");

    /** @return how much content there was, not counting notes */
    int prune() throws IOException {
        return prune(names());
    }

    /** @param names as they were a moment ago: somebody else may keep, or clear up, at the same time */
    int prune(List<String> names) throws IOException {
        var wanted = wanted(names);
        int pruned = 0;
        for (String name : names) {
            pruned += isForgettable(name, wanted) && Files.deleteIfExists(folder.resolve(name)) ? 1 : 0;
        }
        for (String name : names) {
            if (isIdle(name)) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
        return pruned;
    }

    List<String> names() throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            var names = new ArrayList<String>();
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
            return names;
        }
    }

    /** Until when each content is wanted, by what it is called. What the note that is gone said nobody knows: then for ever, this time. */
    private Map<String, Instant> wanted(List<String> names) throws IOException {
        var wanted = new HashMap<String, Instant>();
        for (String name : names) {
            var note = KeepNote.of(name);
            if (note.isPresent()) {
                var until = time(name).map(note.get()::until).orElse(Instant.MAX);
                wanted.merge(note.get().content(), until, Forgetting::later);
            }
        }
        return wanted;
    }

    private boolean isForgettable(String name, Map<String, Instant> wanted) throws IOException {
        return time(name)
                .filter(kept -> until(name, kept, wanted).isBefore(now))
                .isPresent();
    }

    private Instant until(String name, Instant kept, Map<String, Instant> wanted) {
        var asIsWantedHere = kept.plus(Duration.ofDays(days));
        if (!CONTENT.matcher(name).matches()) {
            return isLeftByACrash(name) ? asIsWantedHere : Instant.MAX;
        }
        var asked = wanted.get(name);
        var usual = kept.plus(Duration.ofDays(Backups.USUAL_DAYS)); // an older twin left no notes
        return later(asked == null ? usual : asked, asIsWantedHere);
    }

    private static boolean isLeftByACrash(String name) {
        var whole = PrivateFolder.withoutMark(name);
        return !whole.equals(name)
                && (CONTENT.matcher(whole).matches() || KeepNote.of(whole).isPresent());
    }

    /** A note of what is not there; one whose time has not come may be ahead of its content. */
    private boolean isIdle(String name) throws IOException {
        var note = KeepNote.of(name);
        return note.isPresent()
                && Files.notExists(folder.resolve(note.get().content()), LinkOption.NOFOLLOW_LINKS)
                && time(name)
                        .filter(asked -> note.get().until(asked).isBefore(now))
                        .isPresent();
    }

    /** Empty: it has been taken away or has got its name since, so there is nothing to clear up. */
    private Optional<Instant> time(String name) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)
                    .toInstant());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
