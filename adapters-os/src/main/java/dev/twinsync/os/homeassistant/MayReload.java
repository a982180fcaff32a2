package dev.twinsync.os.homeassistant;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether Home Assistant can be asked to read a part of its configuration again. The Supervisor may have to be asked for it, so that is
 * done only when somebody wants to know, and once: a plan is of one mind.
 */
public final class MayReload implements BooleanSupplier {

    private final Reach reach;
    private Optional<Boolean> found = Optional.empty();

    public MayReload(Reach reach) {
        this.reach = reach;
    }

    @Override
    public synchronized boolean getAsBoolean() {
        boolean may = found.orElseGet(reach::mayReload);
        found = Optional.of(may);
        return may;
    }
}
