package dev.twinsync.port;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Somebody who is asked whether what is on probation is to be kept, and who may never answer. */
public interface Asked {

    /** Asks, and does not wait for the answer. */
    Question ask(Probation.Trial trial) throws IOException;

    /** A question that was asked. Closing it takes it back: an answer that comes later finds nobody. */
    interface Question extends AutoCloseable {

        /** What was answered by now; empty: nothing yet. Whoever takes an answer tells who gave it that it was heard. */
        Optional<Answer> answer() throws IOException;

        /** So much time is left; told once in a while. */
        default void left(Duration time) {}

        @Override
        void close();
    }

    enum Answer {
        KEEP,
        TAKE_BACK
    }
}
