package dev.twinsync.port;

import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.LiveSetting;

/** The settings of the desktop of the user who runs twin. */
public interface Desktop extends Backend<LiveSetting, DesktopAction> {

    @Override
    default boolean isPersonal() {
        return true;
    }
}
