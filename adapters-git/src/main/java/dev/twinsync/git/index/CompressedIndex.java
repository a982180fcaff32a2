package dev.twinsync.git.index;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** Version 4 of Git's index: each path says how much of the end of the one before is to go, and what comes in its place. */
final class CompressedIndex {

    private static final int BITS = 7;
    private static final int GOES_ON = 1 << BITS;

    private CompressedIndex() {}

    /**
     * The entries in the form of the versions before, behind room for a header.
     *
     * @param file stands at the first entry, and behind the last one afterwards
     */
    static ByteBuffer expanded(ByteBuffer file, int count) {
        var entries = new ByteArrayOutputStream(2 * file.limit());
        entries.writeBytes(new byte[GitIndex.HEADER]);
        var path = new byte[0];
        for (int number = 0; number < count; number++) {
            int start = file.position();
            int fixed = new IndexEntry(file, start).pathStart() - start;
            file.position(start + fixed);
            int kept = Objects.checkIndex(path.length - number(file), path.length + 1);
            int added = lengthOfText(file);
            path = Arrays.copyOf(path, kept + added);
            file.get(path, kept, added).get(); // and what ends the text
            entries.write(file.array(), start, fixed);
            entries.writeBytes(Arrays.copyOf(path, IndexEntry.aligned(fixed + path.length) - fixed));
        }
        return ByteBuffer.wrap(entries.toByteArray());
    }

    private static int lengthOfText(ByteBuffer file) {
        int end = file.position();
        while (file.get(end) != 0) {
            end++;
        }
        return end - file.position();
    }

    /** As in a pack: seven bits a byte, the highest first, and one more for each that follows. */
    private static int number(ByteBuffer file) {
        int read = file.get();
        int number = read & (GOES_ON - 1);
        while ((read & GOES_ON) != 0) {
            read = file.get();
            number = (number + 1 << BITS) + (read & (GOES_ON - 1));
        }
        return number;
    }

    /** The other way round; both begin with room for a header. */
    static ByteBuffer compressed(ByteBuffer plain, int count) {
        var entries = new ByteArrayOutputStream(plain.limit());
        entries.write(plain.array(), 0, GitIndex.HEADER);
        var before = new byte[0];
        int start = GitIndex.HEADER;
        for (int number = 0; number < count; number++) {
            var entry = new IndexEntry(plain, start);
            var path = Arrays.copyOfRange(plain.array(), entry.pathStart(), entry.pathEnd());
            int mismatch = Arrays.mismatch(before, path);
            int same = mismatch < 0 ? path.length : mismatch;
            entries.write(plain.array(), start, entry.pathStart() - start);
            write(before.length - same, entries);
            entries.write(path, same, path.length - same);
            entries.write(0);
            before = path;
            start = entry.end();
        }
        return ByteBuffer.wrap(entries.toByteArray());
    }

    private static void write(int number, ByteArrayOutputStream to) {
        var digits = new byte[5];
        int at = digits.length - 1;
        digits[at] = (byte) (number & (GOES_ON - 1));
        for (int rest = number >>> BITS; rest != 0; rest >>>= BITS) {
            rest--;
            digits[--at] = (byte) (rest & (GOES_ON - 1) | GOES_ON);
        }
        to.write(digits, at, digits.length - at);
    }
}
