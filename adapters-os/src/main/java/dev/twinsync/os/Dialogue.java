package dev.twinsync.os;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A running program that is talked with over its pipes. It shares the terminal, so that it may ask for a password there,
 * and like every program it gets a fixed path and a cleared environment. The end of its input tells it to end.
 */
public final class Dialogue implements Closeable {

    /** How long it may take until what an ended program said is read. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Tail tail = new Tail();
    private final Process process;
    private final Thread listener;

    private Dialogue(List<String> argv) throws IOException {
        var builder = new ProcessBuilder(argv).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().putAll(Programs.ENVIRONMENT);
        process = builder.start();
        listener = Thread.ofPlatform().daemon().start(this::listen);
    }

    /**
     * @param program a bare name, looked up as that of a {@link Command}
     * @throws IOException in words, also where there is no such program
     */
    public static Dialogue start(String program, List<String> arguments) throws IOException {
        var argv = new ArrayList<String>();
        argv.add(Programs.find(program)
                .orElseThrow(() -> new IOException(program + " is not installed"))
                .toString());
        argv.addAll(arguments);
        return new Dialogue(argv);
    }

    /** @param program a bare name, as that of {@link #start} */
    public static boolean isInstalled(String program) {
        return Programs.find(program).isPresent();
    }

    private void listen() {
        var lines = new Lines(tail::add);
        var chunk = new byte[1 << 13];
        try (InputStream stderr = process.getErrorStream()) {
            for (int length = stderr.read(chunk); length >= 0; length = stderr.read(chunk)) {
                lines.add(chunk, length);
            }
            lines.finish();
        } catch (IOException broken) {
            tail.add("its messages could not be read: " + broken.getMessage());
        }
    }

    /** What the program writes. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** What the program reads. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** The last lines of its standard error, in one; of a program that has ended, its last words are among them. */
    public String said() {
        try {
            if (!process.isAlive()) {
                listener.join(LAST_WORDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return tail.inWords();
    }

    /** Its exit code, if it ends within a moment. */
    public Optional<Integer> ended() {
        try {
            return process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(process.exitValue())
                    : Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Ends a program that does not keep to what was agreed, and all that it started: asked first, killed after a while. */
    public void end() {
        closeInput();
        ProcessTree.end(process.toHandle());
        closePipes();
    }

    /** Tells it to end, and ends it where it does not within a moment. */
    public void endSoon() {
        closeInput();
        if (ended().isEmpty()) {
            end();
        }
    }

    /** Turns away from a program that does not keep to what was agreed: it reads no more and is not waited for. */
    public void abandon() {
        closePipes();
    }

    /** Tells it to end and waits until it has; what it still writes is read, so that it never waits for a reader. */
    @Override
    public void close() {
        Thread.ofPlatform().daemon().start(this::passOver);
        waitForEnd();
        closePipes();
    }

    private void waitForEnd() {
        closeQuietly(input());
        boolean interrupted = false;
        boolean running = true;
        while (running) {
            try {
                process.waitFor();
                running = false;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void passOver() {
        try {
            output().transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // it has ended
        }
    }

    /** Somebody may still be at writing to one that does not read, and closing would wait for that. */
    private void closeInput() {
        try {
            Thread.ofPlatform().daemon().start(() -> closeQuietly(input())).join(LAST_WORDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void closePipes() {
        closeInput();
        closeQuietly(output());
    }

    private static void closeQuietly(Closeable pipe) {
        try {
            pipe.close();
        } catch (IOException _) {
            // the other end is gone already, which is what closing is for
        }
    }
}
