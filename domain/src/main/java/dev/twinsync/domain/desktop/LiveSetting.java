package dev.twinsync.domain.desktop;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.secrets.Redaction;
import java.util.Optional;

/**
 * One setting as it is.
 *
 * @param chosen what the user set it to; empty: nothing, and the default counts
 * @param standard what counts where the user chose nothing; empty where the desktop does not tell
 * @param locked whoever runs the machine decides it: {@code standard} counts, and nothing is chosen
 */
public record LiveSetting(SettingId id, Optional<GVariant> chosen, Optional<GVariant> standard, boolean locked)
        implements Keyed {

    public LiveSetting {
        if (chosen.isEmpty() && standard.isEmpty()) {
            throw new IllegalArgumentException(id.key() + " has neither a value nor a default");
        }
        if (locked && chosen.isPresent()) {
            throw new IllegalArgumentException(id.key() + " is locked and cannot be chosen");
        }
    }

    @Override
    public String key() {
        return id.key();
    }

    GType type() {
        return standard.or(() -> chosen).orElseThrow().type();
    }

    LiveSetting withChosen(GVariant value) {
        return new LiveSetting(id, Optional.of(value), standard, false);
    }

    /** Empty: there is no trace of it any more. */
    Optional<LiveSetting> withoutChosen() {
        return standard.map(_ -> new LiveSetting(id, Optional.empty(), standard, locked));
    }

    /** The same setting as it may be shown. */
    public LiveSetting masked(Redaction redaction) {
        return new LiveSetting(
                id,
                chosen.map(value -> MaskedValue.of(id.name(), value, redaction)),
                standard.map(value -> MaskedValue.of(id.name(), value, redaction)),
                locked);
    }
}
