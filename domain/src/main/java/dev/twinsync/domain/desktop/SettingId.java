package dev.twinsync.domain.desktop;

import dev.twinsync.domain.Keyed;
import java.util.Optional;

/** One setting of the desktop: what a key stands for. */
public record SettingId(DesktopPlace place, SettingName name) implements Keyed {

    public SettingId {
        if (!place.allows(name)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is not the name of a setting of GNOME, as cursor-size is one");
        }
    }

    @Override
    public String key() {
        return place.text() + "/" + name;
    }

    /** The setting that a key means; empty where no setting can have such a key. */
    public static Optional<SettingId> of(String key) {
        int slash = key.lastIndexOf('/');
        try {
            return slash < 0
                    ? Optional.empty()
                    : Optional.of(new SettingId(
                            DesktopPlace.of(key.substring(0, slash)), new SettingName(key.substring(slash + 1))));
        } catch (IllegalArgumentException notASetting) {
            return Optional.empty();
        }
    }
}
