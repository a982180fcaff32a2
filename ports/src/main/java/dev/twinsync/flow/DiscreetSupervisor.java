package dev.twinsync.flow;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.supervisor.DesiredPart;
import dev.twinsync.domain.supervisor.Discretion;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.OptionValue;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.port.Relay;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SupervisorHost;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Supervisor looks after without the secrets among the options of add-ons: what is never seen is never written down.
 *
 * @param repo where {@code state/home_assistant.yaml} stands
 */
public record DiscreetSupervisor(SupervisorHost backend, Redaction redaction, RepoView repo, Supervisor kind)
        implements SupervisorHost, Relay<LivePart, SupervisorAction> {

    @Override
    public boolean isPersonal() {
        return backend.isPersonal();
    }

    @Override
    public Observation<LivePart> observe(Scope scope) {
        return discreet(backend.observe(scope));
    }

    @Override
    public Observation<LivePart> discreet(Observation<LivePart> seen) {
        try {
            var asked = asked();
            return Masking.<LivePart>by(part -> switch (part) {
                        case LivePart.Addon addon ->
                            new Discretion(redaction, asked.getOrDefault(addon.key(), Map.of())).over(addon);
                        case LivePart.Version _, LivePart.Repository _ -> part;
                    })
                    .over(seen);
        } catch (IOException unreadable) {
            return new Observation.Unavailable<>(unreadable.getMessage());
        }
    }

    /** The options that are wished for, by add-on. Wishes that cannot be read say nothing that may be shown. */
    private Map<String, Map<String, OptionValue>> asked() throws IOException {
        var options = new HashMap<String, Map<String, OptionValue>>();
        if (repo.read(Layout.desired(kind)) instanceof Reading.Value<Optional<List<DesiredPart>>>(var wishes)) {
            for (DesiredPart wish : wishes.orElse(List.of())) {
                if (wish instanceof DesiredPart.Addon addon) {
                    options.put(addon.key(), addon.settings().options());
                }
            }
        }
        return options;
    }
}
