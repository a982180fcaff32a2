package dev.twinsync.os.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.os.Undisturbed;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Content in a private folder, each in a file that is called by its digest. What was set on files besides is in a folder within it, each
 * behind its own digest in a file that is called by the digest of the path.
 */
public final class KeptContent implements Backups {

    private static final String ALGORITHM = "sha256:";
    private static final String BESIDE = "attributes";
    private static final int HASH = 32;

    private final WantedFolder contents;
    private final WantedFolder beside;

    /** For as long as is usual. @param folder made when something is kept */
    public KeptContent(Path folder) {
        this(folder, USUAL_DAYS);
    }

    /** @param days for how long what is kept here now is wanted; what others kept, for how long they want it */
    public KeptContent(Path folder, long days) {
        this.contents = new WantedFolder(new PrivateFolder(folder), days);
        this.beside = new WantedFolder(new PrivateFolder(folder.resolve(BESIDE)), days);
    }

    @Override
    public void keep(Digest digest, InputStream content) throws IOException {
        Undisturbed.run(() -> keepNow(digest, content));
    }

    private void keepNow(Digest digest, InputStream content) throws IOException {
        contents.make();
        var kept = whole(digest);
        if (kept.isPresent()) {
            copy(content, OutputStream.nullOutputStream(), digest);
            contents.renew(name(digest), kept.get());
        } else {
            contents.put(name(digest), file -> copy(content, file, digest));
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
        var kept = contents.find(name(digest));
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

    private static String name(TargetPath file) {
        return name(Sha256.of(file.text().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void keepBeside(TargetPath file, byte[] what) throws IOException {
        Undisturbed.run(() -> {
            beside.make();
            beside.put(name(file), kept -> {
                kept.write(Sha256.of(what).hash());
                kept.write(what);
            });
        });
    }

    /** Who may do what with the file depends on it, so what a failing disk made of it does not count as not kept. */
    @Override
    public Optional<Beside> findBeside(TargetPath file) throws IOException {
        var kept = beside.find(name(file));
        return kept.isEmpty() ? Optional.empty() : Optional.of(read(kept.get(), file));
    }

    private static Beside read(Path kept, TargetPath file) throws IOException {
        try (var open = open(kept)) {
            var hash = open.readNBytes(HASH);
            var what = open.readAllBytes();
            if (!Arrays.equals(hash, Sha256.of(what).hash())) {
                throw new IOException(kept + ", where what was set on " + file
                        + " besides its mode is kept, is damaged; to have the file back without that, delete " + kept);
            }
            return new Beside(what, kept.toString());
        }
    }

    @Override
    public void forgetBeside(TargetPath file) throws IOException {
        try {
            Undisturbed.run(() -> beside.forget(name(file)));
        } catch (IOException failed) {
            throw new IOException(
                    "what was set on " + file + " besides its mode when it was taken away is still kept: "
                            + Sentences.of(failed) + "; mend that and delete " + place(file)
                            + ", for what is just like the file that was taken away gets it again",
                    failed);
        }
    }

    private Path place(TargetPath file) {
        return beside.folder().path().resolve(name(file));
    }

    /** Removes what nobody wanted for as long as until that moment, and says how much content. */
    public int prune(Instant now) throws IOException {
        int pruned = contents.prune(now);
        beside.prune(now);
        return pruned;
    }
}
