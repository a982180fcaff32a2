package dev.twinsync.os.containers;

import java.time.Duration;
import java.time.Instant;

/** What a container wrote before it failed. */
record LastWords(Engine engine, Patience patience) {

    /**
     * An engine that leaves them to the journal tells that a container has ended before the journal has got them.
     *
     * @param container as it is now
     */
    String of(Container container) {
        var begun = Instant.now();
        var words = engine.log(container);
        while (words.isEmpty() && container.hasWrittenToJournal() && isEarly(begun) && paused()) {
            words = engine.log(container);
        }
        return words;
    }

    private boolean isEarly(Instant begun) {
        return Duration.between(begun, Instant.now()).compareTo(patience.journal()) < 0;
    }

    /** Whether nobody interrupted it: who does wants no words. */
    private boolean paused() {
        try {
            Thread.sleep(patience.pause());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
