package dev.twinsync.os.containers;

import dev.twinsync.os.SystemTicker;
import dev.twinsync.port.Ticker;
import java.time.Duration;

/**
 * How long twin waits for a container to come up.
 *
 * @param steady how long one must run that nobody checks
 * @param limit how long one that is checked may take to become healthy
 * @param pause between two looks
 * @param journal how long the journal may take to have what one wrote
 * @param ticker by which all that is told: the clock may be set meanwhile, as it is soon after a machine was started
 */
record Patience(Duration steady, Duration limit, Duration pause, Duration journal, Ticker ticker) {

    Patience(Duration steady, Duration limit, Duration pause, Duration journal) {
        this(steady, limit, pause, journal, new SystemTicker());
    }

    static final Patience USUAL =
            new Patience(Duration.ofSeconds(2), Duration.ofMinutes(3), Duration.ofMillis(200), Duration.ofSeconds(5));

    /** How long it is since that moment of the ticker. */
    Duration since(Duration begun) {
        return ticker.now().minus(begun);
    }

    /** Waits between two looks. Whether nobody interrupted that. */
    boolean paused() {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
