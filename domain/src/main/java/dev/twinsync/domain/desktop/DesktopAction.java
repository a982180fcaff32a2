package dev.twinsync.domain.desktop;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.gvariant.GVariant;

/** What can be done to one setting. All of it can be taken back exactly. */
public sealed interface DesktopAction extends Action {

    SettingId id();

    @Override
    default String key() {
        return id().key();
    }

    @Override
    default Stage stage() {
        return Stage.DESKTOP;
    }

    @Override
    default Risk risk() {
        return Risk.LOW;
    }

    @Override
    default Undo undo() {
        return Undo.EXACT;
    }

    /** @param value of the type that the setting has */
    record Set(SettingId id, GVariant value) implements DesktopAction {
        @Override
        public String op() {
            return "set";
        }
    }

    /** Takes the user's choice away: the default counts again. */
    record Reset(SettingId id) implements DesktopAction {
        @Override
        public String op() {
            return "reset";
        }
    }
}
