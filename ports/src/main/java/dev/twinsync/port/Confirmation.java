package dev.twinsync.port;

import dev.twinsync.domain.plan.Plan;

/** Asks the person in front of the machine. */
public interface Confirmation {

    Answer approve(Plan plan);

    enum Answer {
        YES,
        NO,
        /** Nobody is there to be asked. */
        NOBODY
    }
}
