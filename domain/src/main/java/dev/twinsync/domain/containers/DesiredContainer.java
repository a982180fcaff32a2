package dev.twinsync.domain.containers;

import dev.twinsync.domain.Keyed;
import java.util.Optional;

/** What the owner wants of one container. */
public sealed interface DesiredContainer extends Keyed {

    ContainerName name();

    /** Whether it was made of a container from which a secret was taken out. */
    default boolean isMasked() {
        return this instanceof Present(var _, var spec, var _) && spec.isMasked();
    }

    @Override
    default String key() {
        return name().text();
    }

    /** @param running empty: as it is, and a new one is started */
    record Present(ContainerName name, ContainerSpec spec, Optional<Boolean> running) implements DesiredContainer {}

    record Absent(ContainerName name) implements DesiredContainer {}
}
