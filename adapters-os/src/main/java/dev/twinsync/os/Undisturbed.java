package dev.twinsync.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Input and output that an interrupt neither hinders nor cuts off. Java closes a file under the hands of a thread that is
 * interrupted, so this is done on threads that nobody else knows; the interrupt is there for the caller afterwards.
 */
public final class Undisturbed {

    private static final Executor THREADS =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    private Undisturbed() {}

    /** What is to be done. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    public static void run(Work work) throws IOException {
        try {
            CompletableFuture.runAsync(() -> unchecked(work), THREADS).join();
        } catch (CompletionException failed) {
            throw cause(failed);
        }
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static IOException cause(CompletionException failed) {
        return switch (failed.getCause()) {
            case UncheckedIOException unchecked -> unchecked.getCause();
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case null, default -> throw failed;
        };
    }
}
