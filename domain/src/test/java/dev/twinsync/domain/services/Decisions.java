package dev.twinsync.domain.services;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import java.util.List;
import java.util.Optional;

/** Plans of one wish for one unit, and plans as a reader says them. */
final class Decisions {

    private static final Services SERVICES = new Services();

    private Decisions() {}

    static List<Step<ServiceAction>> plan(DesiredService wish, LiveService... seen) {
        return SERVICES.plan(List.of(wish), new Observation.Seen<>(List.of(seen)));
    }

    static LiveService perform(LiveService unit, List<Step<ServiceAction>> steps) {
        var state = Optional.of(unit);
        for (Step<ServiceAction> step : steps) {
            if (step instanceof Step.Do<ServiceAction>(var action, var _)) {
                state = SERVICES.after(state, action);
            }
        }
        return state.orElseThrow();
    }

    /** {@code unmask, enable, blocked: REASON, later: no THING}; {@code nothing} for an empty plan. */
    static String words(List<Step<ServiceAction>> steps) {
        var words = steps.stream()
                .map(step -> switch (step) {
                    case Step.Do<ServiceAction>(var action, var _) -> action.op();
                    case Step.Blocked<ServiceAction>(var _, var reason) -> "blocked: " + reason;
                    case Step.Later<ServiceAction>(var _, var waitsFor) -> "later: no " + waitsFor;
                })
                .toList();
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }
}
