package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.supervisor.DesiredPart;
import dev.twinsync.domain.supervisor.Discretion;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.OptionValue;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Relay;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SupervisorHost;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the Supervisor looks after without the secrets among the options of add-ons: what is never seen is never written down.
 *
 * @param repo where {@code state/home_assistant.yaml} stands
 */
public record DiscreetSupervisor(
        Backend<LivePart, SupervisorAction> backend, Redaction redaction, RepoView repo, Supervisor kind)
        implements SupervisorHost, Relay<LivePart, SupervisorAction> {

    @Override
    public boolean isPersonal() {
        return SupervisorHost.super.isPersonal();
    }

    @Override
    public Observation<LivePart> observe(Scope scope) {
        return discreet(backend.observe(scope));
    }

    @Override
    public Observation<LivePart> discreet(Observation<LivePart> seen) {
        return new AskedMasking<>(repo, kind).over(seen, this::masks);
    }

    private UnaryOperator<LivePart> masks(List<DesiredPart> wishes) {
        var asked = new HashMap<String, Map<String, OptionValue>>();
        for (DesiredPart wish : wishes) {
            if (wish instanceof DesiredPart.Addon addon) {
                asked.put(addon.key(), addon.settings().options());
            }
        }
        return part -> switch (part) {
            case LivePart.Addon addon ->
                new Discretion(redaction, asked.getOrDefault(addon.key(), Map.of())).over(addon);
            case LivePart.Version _, LivePart.Repository _ -> part;
        };
    }
}
