package dev.twinsync.cli;

import dev.twinsync.port.StopSignal;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C, and every other polite request to end: while somebody listens, the process goes on until what is under way is
 * finished and written down.
 */
final class Interruption implements StopSignal {

    private volatile boolean raised;

    @Override
    public boolean isRaised() {
        return raised;
    }

    /** From here on, until this is closed, the process does not end by itself. */
    Listening listen() {
        var listening = new Listening();
        Runtime.getRuntime().addShutdownHook(listening.hook);
        return listening;
    }

    final class Listening implements AutoCloseable {

        private final CountDownLatch finished = new CountDownLatch(1);
        private final Thread hook = new Thread(this::waitForTheEnd, "interruption");

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
}
