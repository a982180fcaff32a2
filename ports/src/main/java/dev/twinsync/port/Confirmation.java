package dev.twinsync.port;

import dev.twinsync.domain.plan.Plan;
import java.util.List;

/** Asks the person in front of the machine. */
public interface Confirmation {

    Answer approve(Plan plan);

    /**
     * Asks once more for what may cut off the machine, or the way into it: a mere yes is not enough.
     *
     * @param actions their ids, at least one
     */
    Answer approveDestructive(List<String> actions);

    enum Answer {
        YES,
        NO,
        /** Nobody is there to be asked. */
        NOBODY
    }
}
