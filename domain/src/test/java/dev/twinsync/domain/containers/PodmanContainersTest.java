package dev.twinsync.domain.containers;

import dev.twinsync.domain.Kind;

/** The same promises for Podman, which changes less in place. */
public class PodmanContainersTest extends ContainersTest {

    @Override
    protected Kind<DesiredContainer, LiveContainer, ContainerAction> kind() {
        return new Containers(ContainerEngine.PODMAN);
    }
}
