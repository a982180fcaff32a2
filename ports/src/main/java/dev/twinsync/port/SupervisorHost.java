package dev.twinsync.port;

import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.SupervisorAction;

/**
 * The Supervisor of this machine's Home Assistant. Whoever has its token may do all that it can, and who has not sees nothing to do:
 * there is nothing that root would have to do for somebody.
 */
public interface SupervisorHost extends Backend<LivePart, SupervisorAction> {

    @Override
    default boolean isPersonal() {
        return true;
    }
}
