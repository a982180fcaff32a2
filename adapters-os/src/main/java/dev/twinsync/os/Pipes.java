package dev.twinsync.os;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.zeroturnaround.exec.stream.ExecuteStreamHandler;

/** The three pipes of one process. */
final class Pipes implements ExecuteStreamHandler {

    private static final Duration AT_MOST = Duration.ofHours(1);

    private final Command command;
    private final CountDownLatch settled = new CountDownLatch(1);
    private final Drain stdout;
    private final Drain stderr;
    private volatile boolean overflowed;

    Pipes(Command command) {
        this.command = command;
        boolean keeping = command.output() instanceof Output.Kept;
        stdout = new Drain(command.maxOutput(), this::tooMuch, keeping, LineCutter.of(command.output()));
        stderr = new Drain(command.maxOutput(), this::tooMuch, true, new Lines(_ -> {}));
    }

    @Override
    public void setProcessInputStream(OutputStream pipe) {
        Thread.ofPlatform().daemon().start(() -> feed(pipe));
    }

    private void feed(OutputStream pipe) {
        try (pipe) {
            pipe.write(command.input());
        } catch (IOException _) {
            // it ended, or closed its input, without reading all: its right, and its result tells what came of it
        }
    }

    @Override
    public void setProcessOutputStream(InputStream pipe) {
        stdout.from(pipe);
    }

    @Override
    public void setProcessErrorStream(InputStream pipe) {
        stderr.from(pipe);
    }

    @Override
    public void start() {
        // reading began as soon as there was something to read from
    }

    /**
     * zt-exec calls this as soon as the process has ended, and closes the pipes after it: it must not return while there
     * is something to read.
     */
    @Override
    public void stop() {
        settled.countDown();
        try {
            drained(System.nanoTime() + AT_MOST.toNanos());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** After the process ended: whether all that it wrote was read before the deadline. */
    boolean drained(long deadline) throws InterruptedException {
        return stdout.drained(deadline) && stderr.drained(deadline);
    }

    /** Whether the process ended, or wrote too much, before the deadline. */
    boolean settled(long deadline) throws InterruptedException {
        return settled.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void tooMuch() {
        overflowed = true;
        settled.countDown();
    }

    boolean overflowed() {
        return overflowed;
    }

    /** Why reading, or a listener to the lines, failed. */
    Optional<String> failure() {
        return Stream.of(stdout, stderr)
                .flatMap(drain -> drain.failure().stream())
                .findFirst();
    }

    byte[] stdout() {
        return stdout.bytes();
    }

    byte[] stderr() {
        return stderr.bytes();
    }
}
