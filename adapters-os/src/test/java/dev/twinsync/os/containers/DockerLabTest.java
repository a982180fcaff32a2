package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerEngine;
import org.junit.jupiter.api.Tag;

@Tag("lab")
class DockerLabTest extends EngineContainersContract {

    DockerLabTest() {
        super(new EngineLab(ContainerEngine.DOCKER));
    }
}
