package dev.twinsync.flow;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.domain.containers.DesiredContainer;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import dev.twinsync.domain.containers.Discretion;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.ContainerRuntime;
import dev.twinsync.port.Relay;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Containers without the values of their variables, but for those that {@code state/} says itself or the configuration names: what
 * is never seen is never written down.
 *
 * @param repo where {@code state/containers.yaml} stands
 */
public record DiscreetContainers(
        ContainerRuntime backend, Redaction redaction, ContainerSettings settings, RepoView repo, Containers kind)
        implements ContainerRuntime, Relay<LiveContainer, ContainerAction> {

    @Override
    public boolean isPersonal() {
        return backend.isPersonal();
    }

    @Override
    public Observation<LiveContainer> observe(Scope scope) {
        return discreet(backend.observe(scope));
    }

    @Override
    public Observation<LiveContainer> discreet(Observation<LiveContainer> seen) {
        try {
            return switch (seen) {
                case Observation.Seen<LiveContainer> _ -> masking(asked()).over(seen);
                case Observation.Unavailable<LiveContainer> unavailable -> unavailable;
            };
        } catch (IOException unreadable) {
            return new Observation.Unavailable<>(unreadable.getMessage());
        }
    }

    /** Wishes that cannot be read say nothing that may be shown. */
    private Map<String, ContainerSpec> asked() throws IOException {
        var specs = new HashMap<String, ContainerSpec>();
        if (repo.read(Layout.desired(kind)) instanceof Reading.Value<Optional<List<DesiredContainer>>>(var wishes)) {
            for (DesiredContainer wish : wishes.orElse(List.of())) {
                if (wish instanceof Present(var name, var spec, var _)) {
                    specs.put(name.text(), spec);
                }
            }
        }
        return specs;
    }

    private Masking<LiveContainer> masking(Map<String, ContainerSpec> asked) {
        var names = Set.copyOf(settings.showEnvironment());
        return Masking.by(container -> {
            var spec = Optional.ofNullable(asked.get(container.key()));
            return new Discretion(redaction, names, spec).over(container);
        });
    }
}
