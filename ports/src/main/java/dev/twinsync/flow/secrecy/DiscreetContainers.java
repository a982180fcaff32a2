package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.domain.containers.DesiredContainer;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import dev.twinsync.domain.containers.Discretion;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.configuration.ContainerSettings;
import dev.twinsync.port.Backend;
import dev.twinsync.port.ContainerRuntime;
import dev.twinsync.port.Relay;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Containers without the values of their variables, but for those that {@code state/} says itself or the configuration names: what
 * is never seen is never written down.
 *
 * @param repo where {@code state/containers.yaml} stands
 */
public record DiscreetContainers(
        Backend<LiveContainer, ContainerAction> backend,
        Redaction redaction,
        ContainerSettings settings,
        RepoView repo,
        Containers kind)
        implements ContainerRuntime, Relay<LiveContainer, ContainerAction> {

    @Override
    public boolean isPersonal() {
        return ContainerRuntime.super.isPersonal();
    }

    @Override
    public Observation<LiveContainer> observe(Scope scope) {
        return discreet(backend.observe(scope));
    }

    @Override
    public Observation<LiveContainer> discreet(Observation<LiveContainer> seen) {
        return new AskedMasking<>(repo, kind).over(seen, this::masks);
    }

    private UnaryOperator<LiveContainer> masks(List<DesiredContainer> wishes) {
        var asked = new HashMap<String, ContainerSpec>();
        for (DesiredContainer wish : wishes) {
            if (wish instanceof Present(var name, var spec, var _)) {
                asked.put(name.text(), spec);
            }
        }
        var names = Set.copyOf(settings.showEnvironment());
        return container ->
                new Discretion(redaction, names, Optional.ofNullable(asked.get(container.key()))).over(container);
    }
}
