package dev.twinsync.os.desktop;

import static dev.twinsync.os.desktop.DesktopLab.absent;
import static dev.twinsync.os.desktop.DesktopLab.wish;

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

/** The real kwriteconfig, for alice; no Plasma runs. */
@Tag("lab")
class KdeContractLabTest extends BackendContract<DesiredSetting, LiveSetting, DesktopAction> {

    private static final String COLORS = "kdeglobals[General]/ColorScheme";
    private static final String SUB = "kdeglobals[General][Sub group]/Color Scheme";

    @BeforeEach
    @AfterEach
    void nothingIsSet() {
        DesktopLab.clear();
    }

    @Override
    protected Kind<DesiredSetting, LiveSetting, DesktopAction> kind() {
        return new DesktopSettings(DesktopBackend.KDE);
    }

    @Override
    protected Backend<LiveSetting, DesktopAction> backend() {
        return DesktopLab.kde();
    }

    @Override
    protected List<List<DesiredSetting>> journey() {
        return List.of(
                List.of(
                        wish(COLORS, "BreezeDark"),
                        wish(SUB, "-x y"),
                        wish("labrc[a]/k", " lead é🦆 \\ tab\t nl\n x ")),
                List.of(wish(COLORS, "Breeze"), wish(SUB, ""), wish("labrc[a]/k", "a,b;c=[d]#e$HOME\\,\\x41")),
                List.of(absent(COLORS), wish(SUB, "#x"), wish("labrc[a]/k", "[x]")));
    }
}
