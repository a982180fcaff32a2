package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Desktop;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;

/** A desktop with masks for the secrets in its settings: what is never seen is never written down. */
public record DiscreetDesktop(Backend<LiveSetting, DesktopAction> backend, Redaction redaction)
        implements Desktop, Relay<LiveSetting, DesktopAction> {

    @Override
    public boolean isPersonal() {
        return Desktop.super.isPersonal();
    }

    @Override
    public Observation<LiveSetting> observe(Scope scope) {
        return Masking.<LiveSetting>by(setting -> setting.masked(redaction)).over(backend.observe(scope));
    }
}
