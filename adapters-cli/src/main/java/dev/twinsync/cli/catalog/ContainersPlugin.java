package dev.twinsync.cli.catalog;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.domain.containers.DesiredContainer;
import dev.twinsync.flow.secrecy.DiscreetContainers;
import dev.twinsync.os.containers.EngineContainers;

/** The containers of one engine, the other of which may stand for it. */
final class ContainersPlugin {

    private static final String REMEDY = "take it out of the command or label, put it into a variable of its own, then"
            + " add the container to state/containers.yaml";

    private ContainersPlugin() {}

    static BuiltIn of(String name, ContainerEngine engine) {
        var kind = new Containers(engine);
        return new Ordinary<>(name, kind, _ -> runtime(engine))
                .shownBy((runtime, with) -> new DiscreetContainers(
                        runtime, with.redaction(), with.configuration().containers(), with.repo(), kind))
                .keptUnless(DesiredContainer::isMasked, REMEDY)
                .personal()
                .where(_ -> runtime(engine).isHere());
    }

    private static EngineContainers runtime(ContainerEngine engine) {
        return switch (engine) {
            case DOCKER -> EngineContainers.docker();
            case PODMAN -> EngineContainers.podman();
        };
    }
}
