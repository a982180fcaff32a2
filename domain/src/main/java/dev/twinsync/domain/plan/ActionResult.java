package dev.twinsync.domain.plan;

import dev.twinsync.domain.Outcome;

/**
 * How one action of a plan ended.
 *
 * @param id the action's: {@code packages.debian/install/htop}
 * @param milliseconds how long it took
 */
public record ActionResult(String id, Outcome outcome, long milliseconds) {

    public boolean succeeded() {
        return outcome instanceof Outcome.Done || outcome instanceof Outcome.AlreadyOk;
    }
}
