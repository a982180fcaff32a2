package dev.twinsync.os.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.os.Undisturbed;
import dev.twinsync.port.Backups;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Content in a private folder, each in a file that is called by its digest; a file's time is when it was kept last. */
public final class KeptContent implements Backups {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final String ALGORITHM = "sha256:";

    private final PrivateFolder folder;

    /** @param folder made when something is kept */
    public KeptContent(Path folder) {
        this.folder = new PrivateFolder(folder);
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
            Files.setLastModifiedTime(kept.get(), FileTime.from(Instant.now()));
        } else {
            folder.put(name(digest), file -> copy(content, file, digest));
        }
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

    /** Removes what was kept, and not kept again, before that moment, and says how many. */
    public int prune(Instant before) throws IOException {
        int pruned = 0;
        if (folder.isThere()) {
            try (var entries = Files.newDirectoryStream(folder.path(), KeptContent::isContent)) {
                for (Path entry : entries) {
                    pruned += prune(entry, before) ? 1 : 0;
                }
            }
        }
        return pruned;
    }

    /** Also one that a crash left incomplete. */
    private static boolean isContent(Path entry) {
        return NAME.matcher(PrivateFolder.withoutMark(entry.getFileName().toString()))
                .matches();
    }

    private static boolean prune(Path entry, Instant before) throws IOException {
        var keptAt = Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS).toInstant();
        return keptAt.isBefore(before) && Files.deleteIfExists(entry);
    }
}
