package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.domain.containers.LiveContainer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineRehearsalTest {

    /** By the real way to an engine: what speaks to one and what reads its answers is loaded. */
    @Test
    void its_one_container_is_seen_whole(@TempDir Path folder) {
        if (!(EngineRehearsal.in(folder) instanceof Observation.Seen<LiveContainer>(var live, var gaps))) {
            throw new AssertionError("the engine was not seen");
        }
        assertEquals(
                List.of(new ContainerName("rehearsal")),
                live.stream().map(LiveContainer::name).toList());
        assertEquals(List.of(), gaps);
    }

    /** The rehearsal is no worse for it: twin would start slowly without the cache that comes of it. */
    @Test
    void where_nobody_can_listen_nothing_is_seen(@TempDir Path folder) {
        assertInstanceOf(Observation.Unavailable.class, EngineRehearsal.in(folder.resolve("x".repeat(120))));
    }
}
