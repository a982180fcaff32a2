package dev.twinsync.os.containers;

import java.time.Duration;

/** What a container wrote before it failed. */
record LastWords(Engine engine, Patience patience) {

    /** Of one that was never started before. */
    String of(Container container) {
        return of(container, "");
    }

    /**
     * An engine that leaves them to the journal tells that a container has ended before the journal has got them.
     *
     * @param container as it is now
     * @param before what its log said before it was started
     */
    String of(Container container, String before) {
        var begun = patience.ticker().now();
        var words = engine.log(container);
        while (words.equals(before) && container.hasWrittenToJournal() && isEarly(begun) && patience.paused()) {
            words = engine.log(container);
        }
        return words;
    }

    private boolean isEarly(Duration begun) {
        return patience.since(begun).compareTo(patience.journal()) < 0;
    }
}
