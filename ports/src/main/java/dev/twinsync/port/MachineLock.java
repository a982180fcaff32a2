package dev.twinsync.port;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** One twin at a time may change a machine, or write down what is there. The kernel takes the lock back when the process ends, however it ends. */
public interface MachineLock {

    /** @param patience how long to wait for another twin; zero: not at all */
    Answer take(Duration patience) throws IOException;

    /** Whether it was free. */
    sealed interface Answer {

        /** Closing it gives it back. */
        record Taken(Closeable held) implements Answer {}

        /** @param holder who has it, in words: {@code alice (process 4711)} */
        record Busy(String holder) implements Answer {}
    }
}
