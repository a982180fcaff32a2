package dev.twinsync.domain.services;

import dev.twinsync.domain.Keyed;
import java.util.Optional;

/** One unit of one systemd: what a key stands for. */
public record UnitId(UnitName name, UnitScope scope) implements Keyed, Comparable<UnitId> {

    @Override
    public String key() {
        return scope.key(name);
    }

    /** The unit that a key means; empty where no unit can have such a key. */
    public static Optional<UnitId> of(String key) {
        int slash = key.indexOf('/');
        try {
            return Optional.of(
                    slash < 0
                            ? new UnitId(new UnitName(key), UnitScope.SYSTEM)
                            : new UnitId(
                                    new UnitName(key.substring(slash + 1)),
                                    new UnitScope.User(key.substring(0, slash))));
        } catch (IllegalArgumentException notAUnit) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(UnitId other) {
        return key().compareTo(other.key());
    }
}
