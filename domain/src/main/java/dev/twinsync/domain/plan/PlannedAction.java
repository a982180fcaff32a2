package dev.twinsync.domain.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Action.Risk;
import dev.twinsync.domain.Keyed;
import java.util.List;
import java.util.Optional;

/**
 * One action with everything that it was decided on.
 *
 * @param seen what was there when it was planned, and must still be there when it is done; empty: nothing
 * @param effects what comes along, by key
 * @param losses what would be lost without having been asked for, by key
 * @param requires ids of the actions of the same plan that must have succeeded
 */
public record PlannedAction<L extends Keyed, A extends Action>(
        A action, Optional<L> seen, String why, List<String> effects, List<String> losses, List<String> requires) {

    public PlannedAction {
        effects = List.copyOf(effects);
        losses = List.copyOf(losses);
        requires = List.copyOf(requires);
    }

    public Risk risk() {
        return losses.isEmpty() ? action.risk() : Risk.DESTRUCTIVE;
    }

    public PlannedAction<L, A> withForecast(List<String> alsoAdds, List<String> alsoRemoves) {
        return new PlannedAction<>(action, seen, why, alsoAdds, alsoRemoves, requires);
    }
}
