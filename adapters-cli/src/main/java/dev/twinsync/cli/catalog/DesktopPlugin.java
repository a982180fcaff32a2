package dev.twinsync.cli.catalog;

import dev.twinsync.cli.machine.Machine;
import dev.twinsync.domain.desktop.DesiredSetting;
import dev.twinsync.domain.desktop.DesktopBackend;
import dev.twinsync.domain.desktop.DesktopSettings;
import dev.twinsync.flow.secrecy.DiscreetDesktop;
import dev.twinsync.os.desktop.GnomeSettings;
import dev.twinsync.os.desktop.KdeSettings;
import dev.twinsync.port.Desktop;
import java.util.function.Function;
import java.util.function.Predicate;

/** The settings of one desktop, the other of which may stand for it. */
final class DesktopPlugin {

    private static final String REMEDY = "set it by hand on each machine";

    private DesktopPlugin() {}

    static BuiltIn gnome(String name) {
        return of(
                name,
                DesktopBackend.GNOME,
                DesktopPlugin::gnome,
                here -> gnome(here).isHere());
    }

    static BuiltIn kde(String name) {
        return of(
                name, DesktopBackend.KDE, DesktopPlugin::kde, here -> kde(here).isHere());
    }

    private static BuiltIn of(
            String name,
            DesktopBackend backend,
            Function<Machine.Here, Desktop> settings,
            Predicate<Machine.Here> isHere) {
        return new Ordinary<>(name, new DesktopSettings(backend), settings)
                .shownBy((desktop, with) -> new DiscreetDesktop(desktop, with.redaction()))
                .keptUnless(DesiredSetting::isMasked, REMEDY)
                .personal()
                .where(isHere);
    }

    private static GnomeSettings gnome(Machine.Here here) {
        return new GnomeSettings(here.commands());
    }

    private static KdeSettings kde(Machine.Here here) {
        return new KdeSettings(here.commands());
    }
}
