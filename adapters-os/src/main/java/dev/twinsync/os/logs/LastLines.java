package dev.twinsync.os.logs;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The last lines of a file, read backwards block by block. Not by the {@code ReversedLinesFileReader} of commons-io: that
 * holds a line whole however long it is, and reads on for as long as it does not end.
 */
final class LastLines {

    static final int MOST_BYTES = 256 << 10;

    /** A line may begin so far before the end of the file, or its beginning is not looked for. */
    static final long FURTHEST = 16 << 20;

    private static final int BLOCK = 1 << 16;
    private static final byte[] NOTHING = {};

    private final OpenLog log;
    private final long most;
    private final Deque<String> lines = new ArrayDeque<>();
    private long room = MOST_BYTES;
    private boolean full;

    /** What is known of the line that is under way: its first bytes, as far back as was read, and how many it has. */
    private byte[] beginning = NOTHING;

    private long length;

    /** Whether it has an end: only the last one may have none. */
    private boolean ended;

    private LastLines(OpenLog log, long most) {
        this.log = log;
        this.most = most;
    }

    /** As they stand in the file, without their ends; fewer of them where they are long. */
    static List<String> of(OpenLog log, long most) throws IOException {
        return new LastLines(log, most).read();
    }

    private List<String> read() throws IOException {
        long furthest = Math.max(0, log.size() - FURTHEST);
        long at = log.size();
        while (at > furthest && !full) {
            int size = (int) Math.min(BLOCK, at - furthest);
            at -= size;
            take(block(at, size), at + size == log.size());
        }
        if (!full && log.size() > 0) {
            add(furthest > 0 ? "[the beginning of this line left out by twin] " : "");
        }
        return List.copyOf(lines);
    }

    private byte[] block(long at, int size) throws IOException {
        var block = log.read(at, size);
        if (block.limit() < size) {
            throw new EOFException(log.path() + " was cut short while twin read it; try again");
        }
        return block.array();
    }

    private void take(byte[] block, boolean last) {
        int end = block.length;
        if (last && block[end - 1] == '\n') {
            end--;
            ended = true;
        }
        for (int at = end - 1; at >= 0 && !full; at--) {
            if (block[at] == '\n') {
                prepend(block, at + 1, end);
                add("");
                end = at;
            }
        }
        prepend(block, 0, end);
    }

    private void prepend(byte[] block, int from, int to) {
        int count = Math.min(to - from, Shortened.ENOUGH);
        int old = Math.min(beginning.length, Shortened.ENOUGH - count);
        var joined = Arrays.copyOfRange(block, from, from + count + old);
        System.arraycopy(beginning, 0, joined, count, old);
        beginning = joined;
        length += to - from;
    }

    private void add(String remark) {
        var line = remark + Shortened.of(beginning, length, ended);
        beginning = NOTHING;
        length = 0;
        ended = true;
        room -= line.getBytes(StandardCharsets.UTF_8).length + 1;
        if (room < 0) {
            full = true;
            return;
        }
        lines.addFirst(line);
        full = lines.size() == most;
    }
}
