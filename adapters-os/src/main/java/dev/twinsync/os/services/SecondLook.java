package dev.twinsync.os.services;

import dev.twinsync.domain.services.UnitName;
import dev.twinsync.os.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Looks again at what may end any moment, until it ends or has lasted. One look falls into the short life of a unit that ends again and
 * again or between two of them, so that no two would tell the same of it; a unit that systemd started once more and that lasts is
 * told as one that runs.
 *
 * @param mayEnd of what is active: whether it is in doubt at all
 */
record SecondLook(Systemctl systemctl, Patience patience, BiPredicate<UnitName, UnitFacts> mayEnd) {

    private static final long LASTING_MICROS = 5_000_000;
    private static final long FIRST_PAUSE_MILLIS = 200;

    /** At one unit, as it is now. */
    Answer<UnitFacts> at(UnitName unit) {
        return systemctl.show(unit).map(facts -> at(Map.of(unit, facts)).get(unit));
    }

    /** At one unit, which has lasted or ended then: what is known of one that is young still is no answer. */
    Answer<UnitFacts> untilItLasts(UnitName unit) {
        return systemctl.show(unit).then(first -> {
            var looked = lookAgain(Map.of(unit, first));
            var facts = looked.facts().get(unit);
            return isYoung(facts)
                    ? new Answer.None<>(looked.cutOff().orElse("somebody started it anew meanwhile"))
                    : new Answer.Given<>(facts);
        });
    }

    /** What was seen once was seen, also where it cannot be looked at again. */
    Map<UnitName, UnitFacts> at(Map<UnitName, UnitFacts> facts) {
        return lookAgain(facts).facts();
    }

    /** @param cutOff why no more looks were taken; empty: no more were needed */
    private record Looked(Map<UnitName, UnitFacts> facts, Optional<String> cutOff) {}

    /**
     * Where root looks at a user's systemd, each look is a session of that user, so all are looked at in one and the pauses grow: that a
     * unit ended in a pause is seen behind it, for systemd counts. The last look is where all have lasted.
     */
    private Looked lookAgain(Map<UnitName, UnitFacts> facts) {
        var sure = new LinkedHashMap<>(facts);
        long end = patience.micros() + LASTING_MICROS;
        for (long pause = FIRST_PAUSE_MILLIS; patience.micros() < end; pause *= 2) {
            var doubtful = doubtful(sure);
            if (doubtful.isEmpty()) {
                break;
            }
            if (!patience.pause(Math.min(pause, millisToLast(doubtful, sure)))) {
                return new Looked(sure, Optional.of(Patience.INTERRUPTED));
            }
            switch (systemctl.show(doubtful)) {
                case Answer.None<Map<UnitName, UnitFacts>>(var reason) -> {
                    return new Looked(sure, Optional.of(reason));
                }
                case Answer.Given<Map<UnitName, UnitFacts>>(var later) ->
                    later.forEach(
                            (name, unit) -> sure.merge(name, unit, (earlier, now) -> now.startedAgainSince(earlier)));
            }
        }
        return new Looked(sure, Optional.empty());
    }

    private List<UnitName> doubtful(Map<UnitName, UnitFacts> facts) {
        return facts.entrySet().stream()
                .filter(unit -> mayEnd.test(unit.getKey(), unit.getValue()))
                .filter(unit -> isYoung(unit.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isYoung(UnitFacts unit) {
        boolean hasBegun = unit.isRunning() || unit.says("ActiveState", "deactivating");
        return hasBegun && microsToLast(unit) > 0;
    }

    private long millisToLast(List<UnitName> doubtful, Map<UnitName, UnitFacts> facts) {
        long micros = doubtful.stream()
                .mapToLong(unit -> microsToLast(facts.get(unit)))
                .max()
                .orElse(0);
        return micros / 1000 + 1;
    }

    private long microsToLast(UnitFacts unit) {
        return unit.activeSince() + LASTING_MICROS - patience.micros();
    }
}
