package dev.twinsync.port;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.domain.containers.DesiredContainer;
import dev.twinsync.domain.containers.DesiredContainer.Absent;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import dev.twinsync.domain.containers.ImageName;
import dev.twinsync.domain.containers.IsolationWish;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.domain.containers.RestartPolicy;
import dev.twinsync.domain.containers.VariableWish.Plain;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class SimulatedContainersTest extends BackendContract<DesiredContainer, LiveContainer, ContainerAction> {

    private static final ContainerName WEB = new ContainerName("web");
    private final Containers containers = new Containers(ContainerEngine.DOCKER);
    private final Backend<LiveContainer, ContainerAction> backend = new Simulated<>(containers, List.of());

    @Override
    protected Kind<DesiredContainer, LiveContainer, ContainerAction> kind() {
        return containers;
    }

    @Override
    protected Backend<LiveContainer, ContainerAction> backend() {
        return backend;
    }

    private static DesiredContainer web(String value, String restart, boolean running) {
        var spec = new ContainerSpec(
                Optional.of(new ImageName("toy:1")),
                Optional.empty(),
                Optional.of(new RestartPolicy(restart)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Map.of("A", new Plain(value))),
                Optional.empty(),
                IsolationWish.NONE);
        return new Present(WEB, spec, Optional.of(running));
    }

    @Override
    protected List<List<DesiredContainer>> journey() {
        return List.of(
                List.of(web("b", "no", true)),
                List.of(web("b", "always", true)),
                List.of(web("c", "always", true)),
                List.of(web("c", "always", false)),
                List.of(web("c", "always", true)),
                List.of(new Absent(WEB)));
    }
}
