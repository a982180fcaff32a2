package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Network;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;

/**
 * A network with masks for the secrets that stand where NetworkManager knows of none, as a password in the address of a proxy: what
 * is never seen is never written down.
 */
public record DiscreetNetwork(Backend<LiveProfile, NetworkAction> backend, Redaction redaction)
        implements Network, Relay<LiveProfile, NetworkAction> {

    @Override
    public Observation<LiveProfile> observe(Scope scope) {
        return discreet(backend.observe(scope));
    }

    @Override
    public Observation<LiveProfile> discreet(Observation<LiveProfile> seen) {
        return new Masking<>(this::masked, "").over(seen);
    }

    /** What is masked as documents are is equal to what is read from them. */
    private LiveProfile masked(LiveProfile profile) {
        var shape = new NetworkProfiles().live();
        return switch (shape.read(redaction.tree(shape.write(profile)))) {
            case Reading.Value<LiveProfile>(var masked) -> masked;
            case Reading.Wrong<LiveProfile> _ ->
                throw new IllegalArgumentException(
                        "there is a secret in it where no mask can stand, so twin does not show it");
        };
    }
}
