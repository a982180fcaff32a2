package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The digests of files that were read before and have not changed since, as Git's index has them. What is about to be changed is never looked
 * up here: that is read.
 */
public final class KnownContent {

    /** Knows nothing and learns nothing. */
    public static final KnownContent NONE = new KnownContent(Memory.NONE, "", true);

    private static final int DIGEST_BYTES = 32;
    private static final int ENTRY_BYTES = 5 * Long.BYTES + DIGEST_BYTES + 1;

    /** So many that are not met any more are no burden. */
    private static final int FEW = 50_000;

    /** A file that was changed less than that before it was read may have been changed again without a trace. */
    private static final Duration TICK = Duration.ofSeconds(2);

    /** @param privateKey whether a private key was seen in it; false where nobody looked for one */
    public record Content(Digest digest, boolean privateKey) {}

    private final Memory memory;
    private final String name;
    private final boolean afresh;
    private final Map<FileStamp, Content> now = new ConcurrentHashMap<>();
    private Optional<Map<FileStamp, Content>> before = Optional.empty();

    private KnownContent(Memory memory, String name, boolean afresh) {
        this.memory = memory;
        this.name = name;
        this.afresh = afresh;
    }

    /**
     * What was known at the end of the last command.
     *
     * @param name under which it is remembered
     * @param afresh whether to know nothing, and to learn for the next time
     */
    public static KnownContent in(Memory memory, String name, boolean afresh) {
        return new KnownContent(memory, name, afresh);
    }

    /** Recalled by the first question: most commands have none. */
    private synchronized Map<FileStamp, Content> before() {
        if (before.isEmpty()) {
            var kept = afresh ? Optional.<byte[]>empty() : memory.recall(name);
            before = Optional.of(kept.map(KnownContent::read).orElse(Map.of()));
        }
        return before.get();
    }

    public Optional<Content> of(FileStamp stamp) {
        var known = Optional.ofNullable(before().get(stamp)).or(() -> Optional.ofNullable(now.get(stamp)));
        known.ifPresent(content -> now.put(stamp, content));
        return known;
    }

    /** @param stamp from before it was read: were it changed since, that stamp never comes back
     * @param began when the reading began */
    public void learn(FileStamp stamp, Instant began, Content content) {
        if (this != NONE && stamp.isOlderThan(began.minus(TICK))) {
            now.put(stamp, content);
        }
    }

    /** For the next command, where there is something new. */
    public void keep() {
        if (!now.isEmpty() && !before().keySet().containsAll(now.keySet())) {
            memory.keep(name, written(all()));
        }
    }

    /** What was met by this command, and what was known before of other files, up to a limit: some of them are gone. */
    private Map<FileStamp, Content> all() {
        var met = now.keySet().stream().map(FileStamp::file).collect(Collectors.toSet());
        var all = new HashMap<>(now);
        before().forEach((stamp, content) -> {
            if (!met.contains(stamp.file())) {
                all.put(stamp, content);
            }
        });
        return all.size() > 2 * now.size() + FEW ? now : all;
    }

    private static byte[] written(Map<FileStamp, Content> entries) {
        var buffer = ByteBuffer.allocate(entries.size() * ENTRY_BYTES);
        entries.forEach((stamp, content) -> buffer.putLong(stamp.device())
                .putLong(stamp.inode())
                .putLong(stamp.size())
                .putLong(stamp.written())
                .putLong(stamp.changed())
                .put(content.digest().hash())
                .put((byte) (content.privateKey() ? 1 : 0)));
        return buffer.array();
    }

    private static Map<FileStamp, Content> read(byte[] bytes) {
        if (bytes.length % ENTRY_BYTES != 0) {
            return Map.of();
        }
        var entries = new HashMap<FileStamp, Content>(2 * bytes.length / ENTRY_BYTES);
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            var stamp = new FileStamp(
                    buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
            var hash = new byte[DIGEST_BYTES];
            buffer.get(hash);
            entries.put(stamp, new Content(Digest.ofSha256(hash), buffer.get() != 0));
        }
        return entries;
    }
}
