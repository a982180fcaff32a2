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
 * @param requires ids of the actions of the same plan that must have succeeded
 * @param peril how it may cut off this machine, or the way into it, as things are: {@code it ends the way out, over eth0}; empty:
 *     no more than any such action
 */
public record PlannedAction<L extends Keyed, A extends Action>(
        A action, Optional<L> seen, String why, List<String> effects, List<String> requires, Optional<String> peril) {

    public PlannedAction {
        effects = List.copyOf(effects);
        requires = List.copyOf(requires);
    }

    public PlannedAction(A action, Optional<L> seen, String why, List<String> effects, List<String> requires) {
        this(action, seen, why, effects, requires, Optional.empty());
    }

    public Risk risk() {
        return peril.isPresent() ? Risk.DESTRUCTIVE : action.risk();
    }

    public PlannedAction<L, A> withSeen(Optional<L> other) {
        return new PlannedAction<>(action, other, why, effects, requires, peril);
    }

    PlannedAction<L, A> because(String other) {
        return new PlannedAction<>(action, seen, other, effects, requires, peril);
    }

    public PlannedAction<L, A> withEffects(List<String> alsoAdds) {
        return new PlannedAction<>(action, seen, why, alsoAdds, requires, peril);
    }

    public PlannedAction<L, A> withPeril(String found) {
        return new PlannedAction<>(action, seen, why, effects, requires, Optional.of(found));
    }
}
