package dev.twinsync.domain.desktop;

import dev.twinsync.domain.Keyed;

/** What the owner wants of one setting. */
public sealed interface DesiredSetting extends Keyed {

    SettingId id();

    @Override
    default String key() {
        return id().key();
    }

    /** Whether it was made of a value from which a secret was taken out. */
    default boolean isMasked() {
        return this instanceof Present(var _, var value) && value.isMasked();
    }

    record Present(SettingId id, WishedValue value) implements DesiredSetting {}

    /** Back to the default. */
    record Absent(SettingId id) implements DesiredSetting {}
}
