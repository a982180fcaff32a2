package dev.twinsync.os.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a program is told that twin does not rely on: it has so much time to read it. A full pipe would be waited for without end. */
final class TimedInput extends OutputStream {

    private final OutputStream input;
    private Duration limit = Duration.ZERO;
    private long deadline;

    TimedInput(OutputStream input) {
        this.input = input;
    }

    /** It was not read in time. */
    static final class NotRead extends IOException {
        private static final long serialVersionUID = 1;

        private NotRead(Duration limit) {
            super("did not read what it was asked within " + limit.toSeconds() + " s");
        }
    }

    /** From now on it has this long to read. */
    void within(Duration time) {
        limit = time;
        deadline = System.nanoTime() + time.toNanos();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** What is written is sent at once. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var written = new CompletableFuture<Optional<IOException>>();
        Thread.ofPlatform().daemon().start(() -> written.complete(sent(bytes, offset, length)));
        var failure = waitFor(written);
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private Optional<IOException> sent(byte[] bytes, int offset, int length) {
        try {
            input.write(bytes, offset, length);
            input.flush();
            return Optional.empty();
        } catch (IOException unheard) {
            return Optional.of(unheard);
        }
    }

    private Optional<IOException> waitFor(CompletableFuture<Optional<IOException>> written) throws IOException {
        try {
            return written.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException deaf) {
            throw new NotRead(limit);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("it was not waited for", interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
