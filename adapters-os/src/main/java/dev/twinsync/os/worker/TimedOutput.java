package dev.twinsync.os.worker;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a program writes that twin does not rely on: for each question it has so much time and so much to say. */
final class TimedOutput extends InputStream {

    private static final int CHUNK = 1 << 16;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(64);
    private final long mostBytes;
    private byte[] chunk = END;
    private int next;
    private boolean ended;
    private Duration limit = Duration.ZERO;
    private long deadline;
    private long written;

    /** @param mostBytes how much it may write for one question */
    TimedOutput(InputStream output, long mostBytes) {
        this.mostBytes = mostBytes;
        Thread.ofPlatform().daemon().start(() -> pump(output));
    }

    private void pump(InputStream output) {
        try (output) {
            for (byte[] read = output.readNBytes(1); read.length > 0; read = output.readNBytes(1)) {
                chunks.put(withMore(read, output));
            }
            chunks.put(END);
        } catch (IOException broken) {
            // it was ended; whoever waits is told by the time
            chunks.offer(END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** With what is there already: it is not waited for. */
    private static byte[] withMore(byte[] first, InputStream output) throws IOException {
        var more = output.readNBytes(Math.min(output.available(), CHUNK));
        var all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    /** From now on it has this long to answer. */
    void within(Duration time) {
        limit = time;
        deadline = System.nanoTime() + time.toNanos();
        written = 0;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? Byte.toUnsignedInt(chunk[next++]) : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - next);
        System.arraycopy(chunk, next, into, offset, count);
        next += count;
        return count;
    }

    private boolean hasMore() throws IOException {
        if (next == chunk.length && !ended) {
            chunk = nextChunk();
            next = 0;
            written += chunk.length;
            ended = chunk.length == 0;
            if (written > mostBytes) {
                throw new IOException("it wrote more than " + mostBytes + " bytes");
            }
        }
        return !ended;
    }

    private byte[] nextChunk() throws IOException {
        try {
            var found = chunks.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (found == null) {
                throw new IOException("it did not answer within " + limit.toSeconds() + " s");
            }
            return found;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("it was not waited for", interrupted);
        }
    }
}
