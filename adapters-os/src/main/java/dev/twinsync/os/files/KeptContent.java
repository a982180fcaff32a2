package dev.twinsync.os.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.os.Undisturbed;
import dev.twinsync.port.Backups;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/**
 * Content in a private folder, each in a file that is called by its digest; a file's time is when it was kept last. Beside it
 * a {@link KeepNote} says for how long it is wanted, one for each number of days that somebody asked for.
 */
public final class KeptContent implements Backups {

    private static final String ALGORITHM = "sha256:";

    private final PrivateFolder folder;
    private final long days;

    /** For as long as is usual. @param folder made when something is kept */
    public KeptContent(Path folder) {
        this(folder, USUAL_DAYS);
    }

    /** @param days for how long what is kept here now is wanted; what others kept, for how long they want it */
    public KeptContent(Path folder, long days) {
        this.folder = new PrivateFolder(folder);
        this.days = days;
    }

    @Override
    public void keep(Digest digest, InputStream content) throws IOException {
        Undisturbed.run(() -> keepNow(digest, content));
    }

    private void keepNow(Digest digest, InputStream content) throws IOException {
        folder.make();
        var kept = whole(digest);
        if (kept.isPresent()) {
            copy(content, OutputStream.nullOutputStream(), digest);
            note(digest);
            Files.setLastModifiedTime(kept.get(), FileTime.from(Instant.now()));
        } else {
            folder.put(name(digest), file -> {
                copy(content, file, digest);
                noteOfNew(digest);
            });
        }
    }

    /** Before the content takes its place: there is never a moment at which it could be forgotten too early. */
    private void note(Digest digest) throws IOException {
        folder.put(noteName(digest), _ -> {});
    }

    /** As {@link #note}; it gets onto the disk together with the name of the content, for which the folder is waited for anyway. */
    private void noteOfNew(Digest digest) throws IOException {
        try {
            folder.create(noteName(digest)).close();
        } catch (FileAlreadyExistsException _) {
            note(digest); // of content that is gone
        }
    }

    private String noteName(Digest digest) {
        return new KeepNote(name(digest), days).name();
    }

    private static void copy(InputStream content, OutputStream to, Digest digest) throws IOException {
        var found = Content.copy(content, to).digest();
        if (!found.equals(digest)) {
            throw new IOException("it is no longer what it was: " + found + " instead of " + digest);
        }
    }

    /** What a failing disk made of it counts as not kept. */
    @Override
    public Optional<InputStream> find(Digest digest) throws IOException {
        var kept = whole(digest);
        return kept.isEmpty() ? Optional.empty() : Optional.of(open(kept.get()));
    }

    private Optional<Path> whole(Digest digest) throws IOException {
        var kept = folder.find(name(digest));
        if (kept.isEmpty()) {
            return kept;
        }
        try (var content = open(kept.get())) {
            var found = Content.copy(content, OutputStream.nullOutputStream()).digest();
            return kept.filter(_ -> found.equals(digest));
        }
    }

    private static InputStream open(Path kept) throws IOException {
        return Files.newInputStream(kept, LinkOption.NOFOLLOW_LINKS);
    }

    private static String name(Digest digest) {
        return digest.text().substring(ALGORITHM.length());
    }

    /** Removes what nobody wanted for as long as until that moment, and says how many. */
    public int prune(Instant now) throws IOException {
        return folder.isThere() ? new Forgetting(folder.path(), days, now).prune() : 0;
    }
}
