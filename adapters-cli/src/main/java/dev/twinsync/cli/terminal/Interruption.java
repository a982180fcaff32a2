package dev.twinsync.cli.terminal;

import dev.twinsync.port.StopSignal;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C, and every other polite request to end. Once it is heeded, and until this is closed, the process goes on to the end of
 * what it is at.
 */
public final class Interruption implements StopSignal, AutoCloseable {

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForTheEnd, "interruption");
    private volatile boolean raised;
    private volatile boolean heeded;

    @Override
    public void heed() {
        if (!heeded) {
            heeded = true;
            try {
                Runtime.getRuntime().addShutdownHook(hook);
            } catch (IllegalStateException _) {
                raised = true; // the process is ending already, so nothing is to be begun
            }
        }
    }

    /** Whether the process goes on to the end of what it is at, whoever asks it to end. */
    public boolean isHeeded() {
        return heeded;
    }

    @Override
    public boolean isRaised() {
        return raised;
    }

    private void waitForTheEnd() {
        raised = true;
        try {
            finished.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the process is ending already, and the hook with it
        }
    }
}
