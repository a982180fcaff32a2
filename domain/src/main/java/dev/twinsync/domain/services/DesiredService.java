package dev.twinsync.domain.services;

import dev.twinsync.domain.Keyed;
import java.util.Optional;

/**
 * What the owner wants of one unit. What is left out stays as it is.
 *
 * @param enabled whether it starts at boot
 * @param running whether it runs now
 * @param masked whether nothing at all may start it
 */
public record DesiredService(
        UnitName name, UnitScope scope, Optional<Boolean> enabled, Optional<Boolean> running, Optional<Boolean> masked)
        implements Keyed {

    public DesiredService {
        if (enabled.isEmpty() && running.isEmpty() && masked.isEmpty()) {
            throw new IllegalArgumentException(name + " wants nothing: say enabled, running or masked");
        }
        if (masked.orElse(false) && (enabled.orElse(false) || running.orElse(false))) {
            throw new IllegalArgumentException(
                    name + " contradicts itself: what is masked can be neither enabled nor started");
        }
    }

    @Override
    public String key() {
        return scope.key(name);
    }

    /** Wished to be stopped, or never to be started again. */
    boolean isDown() {
        return masked.orElse(false) || !running.orElse(true);
    }

    boolean isPositive() {
        return enabled.orElse(false) || running.orElse(false);
    }
}
