package dev.twinsync.os.services;

import dev.twinsync.domain.services.Activation;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.os.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Looks again at what systemd has just started once more by itself, until it ends again or has lasted. One look falls into the short
 * life of a unit that ends again and again or between two of them, so that no two would tell the same of it; a unit that systemd
 * started once more and that lasts is told as one that runs.
 */
record SecondLook(Systemctl systemctl, Patience patience, BiPredicate<UnitName, UnitFacts> isTold) {

    private static final long LASTING_MICROS = 5_000_000;
    private static final long BETWEEN_MILLIS = 200;
    private static final int LOOKS = (int) (LASTING_MICROS / 1000 / BETWEEN_MILLIS) + 1;

    Map<UnitName, UnitFacts> at(Map<UnitName, UnitFacts> facts, UnitWeb web) {
        var sure = new LinkedHashMap<>(facts);
        for (int look = 0; look < LOOKS; look++) {
            var doubtful = doubtful(sure, web);
            if (doubtful.isEmpty() || !patience.pause(BETWEEN_MILLIS)) {
                break;
            }
            if (!(systemctl.show(doubtful) instanceof Answer.Given<Map<UnitName, UnitFacts>>(var later))) {
                break; // what was seen once was seen
            }
            later.forEach((name, unit) -> sure.merge(name, unit, (earlier, now) -> now.startedAgainSince(earlier)));
        }
        return sure;
    }

    private List<UnitName> doubtful(Map<UnitName, UnitFacts> facts, UnitWeb web) {
        return facts.entrySet().stream()
                .filter(unit -> isTold.test(unit.getKey(), unit.getValue()))
                .filter(unit -> mayEndAgain(unit.getValue()) && web.activation(unit.getValue()) == Activation.STEADY)
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean mayEndAgain(UnitFacts unit) {
        return unit.restarts() > 0 && isYoung(unit) && (unit.isRunning() || unit.says("ActiveState", "deactivating"));
    }

    private boolean isYoung(UnitFacts unit) {
        return patience.micros() - unit.activeSince() < LASTING_MICROS;
    }
}
