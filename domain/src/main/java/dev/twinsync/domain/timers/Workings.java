package dev.twinsync.domain.timers;

import dev.twinsync.domain.services.UnitName;
import java.util.Optional;

/** What a timer does, in the words of systemd, so that what does the same is equal. */
public record Workings(Triggers triggers, boolean persistent, Span delay, UnitName unit) {

    public Workings {
        triggers = triggers.normal();
        delay = delay.normal();
    }

    /** Of a timer that only a file of twin makes. */
    static Workings of(Setting whole) {
        return new Workings(
                whole.triggers().orElseThrow(),
                whole.persistent().orElse(false),
                whole.delay().orElse(Span.NONE),
                whole.unit().orElseThrow());
    }

    /** With what a file of twin says besides. */
    Workings with(Setting setting) {
        return new Workings(
                setting.triggers().orElse(triggers),
                setting.persistent().orElse(persistent),
                setting.delay().orElse(delay),
                setting.unit().orElse(unit));
    }

    Setting setting() {
        return new Setting(Optional.of(triggers), Optional.of(persistent), Optional.of(delay), Optional.of(unit));
    }
}
