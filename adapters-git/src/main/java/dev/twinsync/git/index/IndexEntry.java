package dev.twinsync.git.index;

import dev.twinsync.git.work.WorkFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One entry of Git's index, as it stands there: times, mode, size, content, flags, path, and one to eight bytes of nothing.
 *
 * @param index the bytes of all entries
 * @param start where this one begins
 */
public record IndexEntry(ByteBuffer index, int start) {

    private static final int MODIFIED = 8;
    private static final int MODE = 24;
    private static final int SIZE = 36;
    private static final int ID = 40;
    private static final int ID_LENGTH = 20;
    private static final int FLAGS = 60;
    static final int MORE_FLAGS = 62;
    private static final int ALIGNMENT = 8;

    private static final int EXTENDED = 0x4000;
    private static final int STAGE = 0x3000;
    static final int NAME_LENGTH = 0x0fff;
    private static final int SKIP_WORK_TREE = 0x4000;
    private static final int INTENT_TO_ADD = 0x2000;

    /** What Git calls the content of an empty file. */
    private static final ObjectId EMPTY = ObjectId.fromString("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");

    /** What stands in the index for a file. */
    public static byte[] of(WorkFile file, ObjectId content) {
        var path = file.path().getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(aligned(MORE_FLAGS + path.length));
        put(bytes, 0, file.changed());
        put(bytes, MODIFIED, file.modified());
        bytes.putInt(MODE, file.mode().getBits());
        bytes.putInt(SIZE, (int) file.size());
        content.copyRawTo(bytes.array(), ID);
        bytes.putShort(FLAGS, (short) Math.min(path.length, NAME_LENGTH));
        bytes.put(MORE_FLAGS, path);
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, int at, Instant time) {
        bytes.putInt(at, (int) time.getEpochSecond()).putInt(at + 4, time.getNano());
    }

    static int aligned(int length) {
        return length + ALIGNMENT - length % ALIGNMENT;
    }

    public boolean isExtended() {
        return (flags() & EXTENDED) != 0;
    }

    private int flags() {
        return index.getShort(start + FLAGS);
    }

    private int moreFlags() {
        return isExtended() ? index.getShort(start + MORE_FLAGS) : 0;
    }

    int pathStart() {
        return start + (isExtended() ? MORE_FLAGS + 2 : MORE_FLAGS);
    }

    /** A long path is as long as it takes to the first byte of nothing. */
    int pathEnd() {
        int length = flags() & NAME_LENGTH;
        int end = pathStart() + length;
        while (length == NAME_LENGTH && index.get(end) != 0) {
            end++;
        }
        return end;
    }

    /** Where the next one begins. */
    int end() {
        return start + aligned(pathEnd() - start);
    }

    String path() {
        return new String(index.array(), pathStart(), pathEnd() - pathStart(), StandardCharsets.UTF_8);
    }

    /** By bytes, as all of an index is in order. */
    public int comparePath(byte[] other) {
        return Arrays.compareUnsigned(index.array(), pathStart(), pathEnd(), other, 0, other.length);
    }

    ObjectId content() {
        return ObjectId.fromRaw(index.array(), start + ID);
    }

    /** A submodule, or left out by a sparse checkout. */
    public boolean isNotInWorkTree() {
        return isOf(FileMode.GITLINK) || (moreFlags() & SKIP_WORK_TREE) != 0;
    }

    private boolean isOf(FileMode mode) {
        return mode.equals(index.getInt(start + MODE));
    }

    /** Whether it says what a file had when it was looked at; not so where a merge left it open or where it is only to be added. */
    boolean isAbout(WorkFile file) {
        return (flags() & STAGE) == 0
                && (moreFlags() & INTENT_TO_ADD) == 0
                && isOf(file.mode())
                && index.getInt(start + SIZE) == (int) file.size()
                && time(MODIFIED).equals(file.modified())
                && time(0).toEpochMilli() == file.changed().toEpochMilli(); // JGit writes no finer time
    }

    private Instant time(int at) {
        return Instant.ofEpochSecond(Integer.toUnsignedLong(index.getInt(start + at)), index.getInt(start + at + 4));
    }

    /** Whether the file may have changed after this was written and still look the same. */
    public boolean isRacy(Instant written) {
        long second = Integer.toUnsignedLong(index.getInt(start + MODIFIED));
        return second > written.getEpochSecond()
                || second == written.getEpochSecond() && index.getInt(start + MODIFIED + 4) >= written.getNano();
    }

    /** That its size is not to be believed: git then reads the file. It says so by a size of zero that no empty file has. */
    boolean isSmudged() {
        return index.getInt(start + SIZE) == 0 && !content().equals(EMPTY);
    }

    public void smudge() {
        index.putInt(start + SIZE, 0);
    }
}
