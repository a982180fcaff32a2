package dev.twinsync.flow;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.Network;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A network with masks for the secrets that stand where NetworkManager knows of none, as a password in the address of a proxy: what
 * is never seen is never written down.
 */
public record DiscreetNetwork(Network backend, Redaction redaction)
        implements Network, Relay<LiveProfile, NetworkAction> {

    @Override
    public Observation<LiveProfile> observe(Scope scope) {
        return discreet(backend.observe(scope));
    }

    @Override
    public Observation<LiveProfile> discreet(Observation<LiveProfile> seen) {
        try {
            return switch (seen) {
                case Observation.Seen<LiveProfile>(var live, var gaps) -> masked(live, gaps);
                case Observation.Unavailable<LiveProfile> unavailable -> unavailable;
            };
        } catch (UncheckedIOException noFingerprint) {
            return new Observation.Unavailable<>(noFingerprint.getMessage());
        }
    }

    /** What is masked as documents are is equal to what is read from them. */
    private Observation<LiveProfile> masked(List<LiveProfile> live, List<Gap> gaps) {
        var shape = new NetworkProfiles().live();
        var shown = new ArrayList<LiveProfile>();
        var all = new ArrayList<>(gaps);
        for (LiveProfile profile : live) {
            switch (shape.read(redaction.tree(shape.write(profile)))) {
                case Reading.Value<LiveProfile>(var masked) -> shown.add(masked);
                case Reading.Wrong<LiveProfile> _ ->
                    all.add(new Gap(
                            profile.key(),
                            "there is a secret in it where no mask can stand, so twin does not show it"));
            }
        }
        return new Observation.Seen<>(shown, all);
    }
}
