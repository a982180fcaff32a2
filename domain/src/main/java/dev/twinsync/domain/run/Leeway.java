package dev.twinsync.domain.run;

import dev.twinsync.domain.Action.Risk;
import dev.twinsync.domain.plan.PlannedAction;

/**
 * How much of what no plan has shown a run may do: an earlier stage brings a thing, and what is wished of it is planned again on what is
 * there then.
 */
public enum Leeway {
    /** Nobody is there to see what comes of it. */
    HARMLESS,
    /** Somebody said yes to the plan, which covers nothing that may cut off the machine. */
    NOT_DESTRUCTIVE,
    /** Somebody agreed to that as well. */
    EVERYTHING;

    public boolean covers(PlannedAction<?, ?> planned) {
        return switch (this) {
            case HARMLESS -> planned.risk() == Risk.LOW && !planned.action().takesAway();
            case NOT_DESTRUCTIVE -> planned.risk() != Risk.DESTRUCTIVE;
            case EVERYTHING -> true;
        };
    }
}
