package dev.twinsync.flow;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.port.Desktop;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;
import java.io.UncheckedIOException;

/** A desktop with masks for the secrets in its settings: what is never seen is never written down. */
public record DiscreetDesktop(Desktop backend, Redaction redaction)
        implements Desktop, Relay<LiveSetting, DesktopAction> {

    @Override
    public boolean isPersonal() {
        return backend.isPersonal();
    }

    @Override
    public Observation<LiveSetting> observe(Scope scope) {
        try {
            return masked(backend.observe(scope));
        } catch (UncheckedIOException noFingerprint) {
            return new Observation.Unavailable<>(noFingerprint.getMessage());
        }
    }

    private Observation<LiveSetting> masked(Observation<LiveSetting> observation) {
        return switch (observation) {
            case Observation.Seen<LiveSetting>(var live, var gaps) ->
                new Observation.Seen<>(
                        live.stream().map(setting -> setting.masked(redaction)).toList(), gaps);
            case Observation.Unavailable<LiveSetting> unavailable -> unavailable;
        };
    }
}
