package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.containers.ContainerEngine;
import java.time.Instant;
import java.util.Optional;

/**
 * A container of this machine, as its engine tells.
 *
 * @param id all 64 digits: a name could be the beginning of another one's id
 * @param name what people call it: {@code homeassistant}
 * @param startedAt when it was started last; empty: never, or the engine does not say
 */
public record FoundContainer(
        ContainerEngine engine, String id, String name, boolean running, Optional<Instant> startedAt) {

    /** The program of its engine: {@code docker}. */
    public String program() {
        return engine.word();
    }
}
