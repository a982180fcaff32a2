package dev.twinsync.os.files;

import dev.twinsync.port.Backups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        var names = names();
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

    private List<String> names() throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            var names = new ArrayList<String>();
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
            return names;
        }
    }

    /** Until when each content is wanted, by what it is called. */
    private Map<String, Instant> wanted(List<String> names) throws IOException {
        var wanted = new HashMap<String, Instant>();
        for (String name : names) {
            var note = KeepNote.of(name);
            if (note.isPresent()) {
                wanted.merge(note.get().content(), note.get().until(time(name)), Forgetting::later);
            }
        }
        return wanted;
    }

    private boolean isForgettable(String name, Map<String, Instant> wanted) throws IOException {
        if (!CONTENT.matcher(name).matches()) {
            return isLeftByACrash(name) && plusDays(name, days).isBefore(now);
        }
        var asked = wanted.get(name);
        var until = asked == null ? plusDays(name, Backups.USUAL_DAYS) : asked; // an older twin left no notes
        return later(until, plusDays(name, days)).isBefore(now);
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
                && note.get().until(time(name)).isBefore(now);
    }

    private Instant plusDays(String name, long more) throws IOException {
        return time(name).plus(Duration.ofDays(more));
    }

    private Instant time(String name) throws IOException {
        return Files.getLastModifiedTime(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)
                .toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
