package dev.twinsync.port;

import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.LiveContainer;

/**
 * The containers of one engine of this machine. Who may speak to an engine may do all that it can, and who may not sees nothing to
 * do: there is nothing that root would have to do for somebody.
 */
public interface ContainerRuntime extends Backend<LiveContainer, ContainerAction> {

    @Override
    default boolean isPersonal() {
        return true;
    }
}
