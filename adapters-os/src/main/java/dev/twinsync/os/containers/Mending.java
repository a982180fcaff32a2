package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerAction.Create;
import dev.twinsync.domain.containers.ContainerAction.Remove;
import dev.twinsync.domain.containers.ContainerAction.Replace;
import dev.twinsync.domain.containers.ContainerAction.Start;
import dev.twinsync.domain.containers.ContainerAction.Stop;
import dev.twinsync.domain.containers.ContainerAction.Update;
import dev.twinsync.domain.containers.ContainerName;

/** Takes away what a work that was cut off left behind: afterwards each container is what it was, or what it should be. */
record Mending(Engine engine) {

    void after(ContainerAction action) throws NoAnswer {
        switch (action) {
            case Create(var name, var _, var running) -> {
                if (running) {
                    removeHalfMade(name);
                }
            }
            case Replace(var name, var _, var _) -> Replacement.takeBack(engine, name);
            case Remove(var name) -> finishRemoval(name);
            case Update _, Start _, Stop _ -> {}
        }
    }

    private void removeHalfMade(ContainerName name) throws NoAnswer {
        var half = engine.byName(name)
                .filter(container -> container.label(Container.MADE).isPresent())
                .filter(Container::wasNeverStarted);
        if (half.isPresent()) {
            engine.remove(half.get().id());
        }
    }

    private void finishRemoval(ContainerName name) throws NoAnswer {
        var going = engine.byName(Names.gone(name));
        if (going.isPresent() && engine.byName(name).isEmpty()) {
            engine.stop(going.get().id());
            engine.remove(going.get().id());
        }
    }
}
