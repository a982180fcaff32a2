package dev.twinsync.os.containers;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.port.Scope;
import java.util.List;

/** A program that says what whoever runs it can see of Docker and of Podman, a line each. */
final class ContainersOfAlice {

    private ContainersOfAlice() {}

    public static void main(String[] arguments) {
        for (EngineContainers engine : List.of(EngineContainers.docker(), EngineContainers.podman())) {
            System.out.println(
                    switch (engine.observe(Scope.everything())) {
                        case Observation.Seen<LiveContainer>(var live, var _) -> live.size() + " containers";
                        case Observation.Unavailable<LiveContainer>(var reason) -> reason;
                    });
        }
    }
}
