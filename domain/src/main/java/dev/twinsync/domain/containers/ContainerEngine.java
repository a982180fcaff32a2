package dev.twinsync.domain.containers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who runs containers. A document says which one it means in its line {@code backend}. */
public enum ContainerEngine {
    DOCKER,
    PODMAN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Podman before version 5.1 cannot change when it starts a container again. */
    boolean updatesInPlace() {
        return this == DOCKER;
    }

    /** Podman tells how the rights of a container differ from the usual ones of Docker, not what somebody chose, and of devices none at all. */
    public boolean tellsRights() {
        return this == DOCKER;
    }

    /** What that line may say, this engine's own word first. */
    List<String> backends() {
        return Stream.concat(Stream.of(word()), Stream.of(values()).map(ContainerEngine::word))
                .distinct()
                .toList();
    }
}
