package dev.twinsync.flow.unattended;

import dev.twinsync.domain.plan.Plan;
import dev.twinsync.flow.remote.Restraint;
import dev.twinsync.port.Confirmation;
import dev.twinsync.port.PulledNotes;
import java.io.IOException;
import java.util.List;

/**
 * The owner's policy has approved beforehand, of nothing that is destructive, and of what was held against it alone: until the machine is
 * this run's, somebody may save another plan, and a pull may bring what nobody here has seen.
 *
 * @param checked the plan that was held against the policy
 * @param restraint by what was known then of what came by a pull
 * @param notes of what came by one, as they are now
 */
record Policed(Plan checked, Restraint restraint, PulledNotes notes) implements Confirmation {

    @Override
    public Answer approve(Plan plan) {
        return plan.sections().equals(checked.sections()) && isKnown() ? Answer.YES : Answer.NO;
    }

    private boolean isKnown() {
        try {
            return notes.read().equals(restraint.wishes());
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public Answer approveDestructive(List<String> actions) {
        return Answer.NOBODY;
    }
}
