package dev.twinsync.port;

import java.time.Duration;

/** Time that only goes forward, whatever the clock on the wall is set to, and a way to let some of it pass. */
public interface Ticker {

    /** How much has passed since some moment that stays the same. */
    Duration now();

    /** Returns once that time is over, and at once where there is none. */
    void pause(Duration time);
}
