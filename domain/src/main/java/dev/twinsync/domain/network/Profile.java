package dev.twinsync.domain.network;

import java.util.HashSet;
import java.util.Optional;

/**
 * All that a profile is, but for its secrets. Two that mean the same are equal: settings as NetworkManager has them anyway are
 * not in it.
 *
 * @param interfaceName the only interface that it is for; empty: any that fits
 * @param autoconnect whether it comes up by itself
 * @param priority which of several comes up: the greatest, from -999 to 999
 */
public record Profile(
        ProfileUuid uuid,
        ProfileName id,
        ProfileType type,
        Optional<InterfaceName> interfaceName,
        boolean autoconnect,
        int priority,
        Settings settings) {

    private static final int GREATEST_PRIORITY = 999;

    public Profile {
        priority = priority(priority);
        settings = settings.withoutDefaults();
    }

    static int priority(long number) {
        if (Math.abs(number) > GREATEST_PRIORITY) {
            throw new IllegalArgumentException(
                    "the priority " + number + " is not from -" + GREATEST_PRIORITY + " to " + GREATEST_PRIORITY);
        }
        return (int) number;
    }

    Profile withSettings(Settings others) {
        return new Profile(uuid, id, type, interfaceName, autoconnect, priority, others);
    }

    /** Whether NetworkManager may hold secrets for it, some of them in a section of which nothing else is said. */
    public boolean mayHoldSecrets() {
        var all = new HashSet<>(settings.sections().keySet());
        all.add(type.text());
        return !SecretTable.sections(all).isEmpty();
    }
}
