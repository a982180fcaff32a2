package dev.twinsync.os.desktop;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.desktop.DesiredSetting;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.DesktopBackend;
import dev.twinsync.domain.desktop.DesktopSettings;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.port.Backend;
import dev.twinsync.port.BackendContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The real gsettings and dconf, for alice on her bus. */
@Tag("lab")
class GnomeContractLabTest extends BackendContract<DesiredSetting, LiveSetting, DesktopAction> {

    @BeforeEach
    void somethingIsChosen() {
        DesktopLab.clear();
        DesktopLab.asAlice("gsettings", "set", "org.gnome.desktop.interface", "gtk-theme", "'Mine'");
        DesktopLab.asAlice("gsettings", "set", "org.gnome.desktop.session", "idle-delay", "uint32 5");
    }

    @AfterEach
    void nothingIsChosen() {
        DesktopLab.clear();
    }

    @Override
    protected Kind<DesiredSetting, LiveSetting, DesktopAction> kind() {
        return new DesktopSettings(DesktopBackend.GNOME);
    }

    @Override
    protected Backend<LiveSetting, DesktopAction> backend() {
        return DesktopLab.gnome();
    }

    @Override
    protected List<List<DesiredSetting>> journey() {
        return DesktopLab.journey();
    }
}
