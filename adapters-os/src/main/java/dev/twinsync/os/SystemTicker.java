package dev.twinsync.os;

import dev.twinsync.port.Ticker;
import java.time.Duration;

/** The time of the machine, as it goes on whatever its clock is set to. */
public final class SystemTicker implements Ticker {

    @Override
    public Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }

    /** An interruption is kept for whoever waits next. */
    @Override
    public void pause(Duration time) {
        var end = now().plus(time);
        boolean interrupted = false;
        for (var left = time; left.isPositive(); left = end.minus(now())) {
            try {
                Thread.sleep(left);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
