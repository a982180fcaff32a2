package dev.twinsync.git.index;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;

/**
 * Git's index as the bytes that it is. Of ten thousand entries a commit looks at a few; JGit would make an object and several
 * texts of each.
 *
 * @param entries in the form of version 2 and 3, whatever the file is
 * @param starts where each entry begins, and where the last one ends
 * @param version of the file
 * @param written when that was
 */
public record GitIndex(ByteBuffer entries, int[] starts, int version, Instant written) {

    public static final int HEADER = 12;
    public static final int PLAIN = 2;
    public static final int EXTENDED = 3;
    public static final int COMPRESSED = 4;

    private static final int SIGNATURE = 0x44495243; // DIRC
    private static final int CHECKSUM = 20;
    private static final byte[] NO_CHECKSUM = new byte[CHECKSUM];

    /** That of a repository that has none has no entries. */
    public static GitIndex read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new GitIndex(ByteBuffer.allocate(HEADER), new int[] {HEADER}, PLAIN, Instant.EPOCH);
        }
        var written = Files.getLastModifiedTime(file).toInstant();
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        try {
            return parsed(bytes, written);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException _) {
            throw new IOException("it is cut off");
        }
    }

    private static GitIndex parsed(ByteBuffer file, Instant written) throws IOException {
        int end = file.limit() - CHECKSUM;
        if (end < HEADER || file.getInt(0) != SIGNATURE) {
            throw new IOException("it does not begin as one");
        }
        int version = file.getInt(4);
        if (version < PLAIN || version > COMPRESSED) {
            throw new IOException("it is of version " + version);
        }
        checkSum(file.array(), end);
        file.limit(end).position(HEADER);
        int count = file.getInt(8);
        var entries = version == COMPRESSED ? CompressedIndex.expanded(file, count) : file;
        var starts = starts(entries, count);
        if (entries == file) {
            file.position(starts[count]);
        }
        checkExtensions(file);
        return new GitIndex(entries, starts, version, written);
    }

    private static void checkSum(byte[] file, int end) throws IOException {
        var said = Arrays.copyOfRange(file, end, file.length);
        if (!Arrays.equals(said, NO_CHECKSUM) && !Arrays.equals(said, sum(file, end))) {
            throw new IOException("its checksum is wrong");
        }
    }

    private static byte[] sum(byte[] bytes, int end) {
        var sha1 = Constants.newMessageDigest();
        sha1.update(bytes, 0, end);
        return sha1.digest();
    }

    private static int[] starts(ByteBuffer entries, int count) {
        if (count < 0 || count > entries.limit() / IndexEntry.MORE_FLAGS) {
            throw new IndexOutOfBoundsException(count);
        }
        var starts = new int[count + 1];
        starts[0] = HEADER;
        for (int place = 0; place < count; place++) {
            starts[place + 1] = new IndexEntry(entries, starts[place]).end();
        }
        if (starts[count] > entries.limit()) {
            throw new IndexOutOfBoundsException(starts[count]);
        }
        return starts;
    }

    /** What follows the entries makes git faster and is left out when it is written, unless its name says that nobody can do without. */
    private static void checkExtensions(ByteBuffer file) throws IOException {
        while (file.hasRemaining()) {
            var name = new byte[4];
            file.get(name);
            if (name[0] < 'A' || name[0] > 'Z') {
                throw new StrangeIndex(new String(name, StandardCharsets.US_ASCII));
            }
            file.position(file.position() + 4 + file.getInt(file.position()));
        }
    }

    /** The whole file of these entries. */
    public static byte[] file(int version, int count, ByteBuffer entries) {
        var body = version == COMPRESSED ? CompressedIndex.compressed(entries, count) : entries;
        var file = ByteBuffer.allocate(body.limit() + CHECKSUM).put(body.array(), 0, body.limit());
        file.putInt(0, SIGNATURE).putInt(4, version).putInt(8, count);
        return file.put(sum(file.array(), body.limit())).array();
    }

    public int size() {
        return starts.length - 1;
    }

    public IndexEntry entry(int place) {
        return new IndexEntry(entries, starts[place]);
    }

    /** The place of the first entry that does not come before a path. */
    public int first(byte[] path) {
        int from = 0;
        int to = size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (entry(middle).comparePath(path) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** After a merge there may be others of the same path behind it. */
    Optional<IndexEntry> find(String path) {
        var bytes = path.getBytes(StandardCharsets.UTF_8);
        int place = first(bytes);
        return place < size() && entry(place).comparePath(bytes) == 0 ? Optional.of(entry(place)) : Optional.empty();
    }
}
