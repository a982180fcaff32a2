package dev.twinsync.domain.containers;

/** The same promises for Podman, which changes less in place and tells less. */
public class PodmanContainersTest extends ContainersTest {

    @Override
    ContainerEngine engine() {
        return ContainerEngine.PODMAN;
    }
}
