package dev.twinsync.domain.timers;

import dev.twinsync.domain.services.UnitName;
import java.util.Optional;

/**
 * What a file of twin says of a timer. What is left out is as the timer has it by itself.
 *
 * @param persistent whether what was missed while the machine was off is made up for
 * @param delay up to how much later it elapses, by chance
 * @param unit what it starts
 */
public record Setting(
        Optional<Triggers> triggers, Optional<Boolean> persistent, Optional<Span> delay, Optional<UnitName> unit) {

    static final Setting NOTHING = new Setting(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What systemd takes where a timer does not say it. */
    static final Setting DEFAULTS =
            new Setting(Optional.empty(), Optional.of(false), Optional.of(Span.NONE), Optional.empty());

    /** Whether both make the same of a timer. */
    boolean saysTheSameAs(Setting other) {
        return normal().equals(other.normal());
    }

    /** Whether what it says is said by one of the others too, each for itself. */
    boolean saysNoMoreThan(Setting one, Setting other) {
        var own = normal();
        var first = one.normal();
        var second = other.normal();
        return isIn(own.triggers, first.triggers, second.triggers)
                && isIn(own.persistent, first.persistent, second.persistent)
                && isIn(own.delay, first.delay, second.delay)
                && isIn(own.unit, first.unit, second.unit);
    }

    private static <T> boolean isIn(Optional<T> own, Optional<T> first, Optional<T> second) {
        return own.isEmpty() || own.equals(first) || own.equals(second);
    }

    private Setting normal() {
        return new Setting(triggers.map(Triggers::normal), persistent, delay.map(Span::normal), unit);
    }

    /** Whether it makes a timer where there is none. */
    boolean isWhole() {
        return triggers.isPresent() && unit.isPresent();
    }
}
