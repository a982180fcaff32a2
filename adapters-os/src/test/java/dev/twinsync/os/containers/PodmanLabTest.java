package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerEngine;
import org.junit.jupiter.api.Tag;

@Tag("lab")
class PodmanLabTest extends EngineContainersContract {

    PodmanLabTest() {
        super(new EngineLab(ContainerEngine.PODMAN));
    }
}
