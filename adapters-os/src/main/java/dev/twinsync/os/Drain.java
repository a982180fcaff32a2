package dev.twinsync.os;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/** Reads one pipe to its end, keeps as much as is allowed and wanted and reads on, so that the writer never waits. */
final class Drain {

    /** How long nothing must come after the end of the process for its output to count as complete. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final Duration STEP = Duration.ofMillis(20);
    private static final int CHUNK = 1 << 16;

    private final long limit;
    private final Runnable onOverflow;
    private final boolean keeping;
    private final LineCutter lines;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Optional<Thread> reader = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();
    private volatile boolean complete;
    private volatile boolean waiting;
    private volatile long total;

    /** @param keeping whether the bytes are wanted, and not only the lines */
    Drain(long limit, Runnable onOverflow, boolean keeping, LineCutter lines) {
        this.limit = limit;
        this.onOverflow = onOverflow;
        this.keeping = keeping;
        this.lines = lines;
    }

    void from(InputStream pipe) {
        reader = Optional.of(Thread.ofPlatform().daemon().start(() -> drain(pipe)));
    }

    /**
     * After the process ended: whether all that it wrote was read before the deadline. A grandchild may keep the pipe
     * open for ever; what the process itself wrote lies ready, and has been read when nothing comes for a moment.
     */
    boolean drained(long deadline) throws InterruptedException {
        long before = total;
        long since = System.nanoTime();
        while (!complete && !hasEnded()) {
            long now = System.nanoTime();
            if (now - deadline >= 0) {
                return false;
            }
            if (!waiting || total != before) {
                before = total;
                since = now;
            }
            complete = complete || now - since > QUIET.toNanos();
        }
        complete = true;
        return true;
    }

    private boolean hasEnded() throws InterruptedException {
        return reader.isEmpty() || reader.get().join(STEP);
    }

    private void drain(InputStream pipe) {
        var chunk = new byte[CHUNK];
        try {
            for (int length = next(pipe, chunk); length >= 0; length = next(pipe, chunk)) {
                int read = length;
                keep(chunk, read);
                tell(() -> lines.add(chunk, read));
            }
            tell(lines::finish);
        } catch (IOException failed) {
            fail("reading from it failed: " + failed.getMessage());
        }
    }

    private int next(InputStream pipe, byte[] chunk) throws IOException {
        waiting = true;
        int length = pipe.read(chunk);
        waiting = false;
        return length;
    }

    private void keep(byte[] chunk, int length) {
        total += length;
        if (total > limit) {
            onOverflow.run();
        } else if (keeping && !complete) {
            kept.write(chunk, 0, length);
        }
    }

    /** A listener that fails must not stop the reading: the program would wait for ever with a full pipe. */
    private void tell(Runnable news) {
        try {
            if (failure.isEmpty()) {
                news.run();
            }
        } catch (RuntimeException failed) {
            fail("what it wrote could not be taken: " + failed.getMessage());
        }
    }

    private void fail(String reason) {
        if (!complete) {
            failure = Optional.of(reason);
        }
    }

    Optional<String> failure() {
        return failure;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }
}
