package dev.twinsync.domain.network;

import java.util.Map;
import java.util.stream.Collectors;

/** What the sections of a profile are called on D-Bus, and the short names that keyfiles and documents of twin have for them. */
public final class Sections {

    private Sections() {}

    private static final Map<String, String> LONG_BY_SHORT = Map.of(
            "ethernet", "802-3-ethernet",
            "wifi", "802-11-wireless",
            "wifi-security", "802-11-wireless-security");

    private static final Map<String, String> SHORT_BY_LONG =
            LONG_BY_SHORT.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    /** {@code 802-11-wireless} for {@code wifi}; a name that has no other is its own. Types of profiles are named likewise. */
    public static String longName(String shortName) {
        return LONG_BY_SHORT.getOrDefault(shortName, shortName);
    }

    /** {@code wifi} for {@code 802-11-wireless}; a name that has no other is its own. */
    public static String shortName(String longName) {
        return SHORT_BY_LONG.getOrDefault(longName, longName);
    }
}
