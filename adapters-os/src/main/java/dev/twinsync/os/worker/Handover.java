package dev.twinsync.os.worker;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Content that was handed over, part by part; it is there once it is whole and what its digest says. */
public final class Handover implements Closeable {

    /** As much as may be held at a time. */
    public static final long MOST_BYTES = 1L << 30;

    private static final OpenOption[] WRITING = {
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        LinkOption.NOFOLLOW_LINKS,
        StandardOpenOption.WRITE
    };

    private final Path folder;
    private final long mostBytes;
    private final Set<Digest> whole = new HashSet<>();
    private Optional<Incoming> incoming = Optional.empty();
    private boolean made;
    /** How many bytes there are. */
    private long held;

    /** How many there were before the content that is coming in. */
    private long before;

    private record Incoming(Digest digest, OutputStream file, MessageDigest sum) {}

    /** @param folder made anew, private to who runs this */
    public Handover(Path folder, long mostBytes) throws IOException {
        this(folder, mostBytes, true);
        FreshFolder.makeAnew(folder);
    }

    private Handover(Path folder, long mostBytes, boolean made) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.made = made;
    }

    /**
     * Of one of several processes at a time.
     *
     * @param folder for all of them; a part of it is made once something is handed over, private to who runs this
     */
    public static Handover ofThisProcess(Path folder, long mostBytes) {
        return new Handover(
                folder.resolve(String.valueOf(ProcessHandle.current().pid())), mostBytes, false);
    }

    /** @throws IOException in words where it is not what its digest says, or too much; then all is forgotten */
    void take(Request.Hand part) throws IOException {
        try {
            if (part.from() == 0) {
                begin(part.digest());
            }
            add(part.from(), decoded(part.base64()), receiving(part.digest()));
            if (part.last()) {
                finish();
            }
        } catch (IOException refused) {
            clear();
            throw refused;
        }
    }

    private void begin(Digest digest) throws IOException {
        if (incoming.isPresent() || has(digest)) {
            clear();
        }
        makeIfNeeded();
        incoming = Optional.of(new Incoming(digest, Files.newOutputStream(file(digest), WRITING), Sha256.begin()));
        before = held;
    }

    private void makeIfNeeded() throws IOException {
        if (!made) {
            FreshFolder.makeAnew(folder);
            FreshFolder.removeThoseOfTheDead(folder.getParent());
            made = true;
        }
    }

    private Incoming receiving(Digest digest) throws IOException {
        return incoming.filter(part -> part.digest().equals(digest))
                .orElseThrow(() -> new IOException("a part of content without its beginning"));
    }

    private static byte[] decoded(String base64) throws IOException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException damaged) {
            throw new IOException("a part of the content is not base64", damaged);
        }
    }

    private void add(long from, byte[] part, Incoming content) throws IOException {
        if (held - before != from) {
            throw new IOException("a part of the content is missing");
        }
        held += part.length;
        if (held > mostBytes) {
            throw new IOException("more content than the " + mostBytes + " bytes that may be handed over at a time");
        }
        content.file().write(part);
        content.sum().update(part);
    }

    private void finish() throws IOException {
        var content = incoming.orElseThrow();
        stopReceiving();
        if (!Digest.ofSha256(content.sum().digest()).equals(content.digest())) {
            throw new IOException("the content is not the one that the plan was made for; run twin plan again");
        }
        whole.add(content.digest());
    }

    private void stopReceiving() throws IOException {
        if (incoming.isPresent()) {
            incoming.get().file().close();
            incoming = Optional.empty();
        }
    }

    boolean has(Digest digest) {
        return whole.contains(digest);
    }

    InputStream open(Digest digest) throws IOException {
        return Files.newInputStream(file(digest), LinkOption.NOFOLLOW_LINKS);
    }

    private Path file(Digest digest) {
        return folder.resolve(digest.text().replace(':', '-'));
    }

    /** Forgets all of it. */
    void clear() throws IOException {
        stopReceiving();
        whole.clear();
        held = 0;
        if (made) {
            FreshFolder.makeAnew(folder);
        }
    }

    @Override
    public void close() throws IOException {
        stopReceiving();
        if (made) {
            FreshFolder.remove(folder);
        }
    }
}
