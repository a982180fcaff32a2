package dev.twinsync.domain.homeassistant;

import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.shape.Shape;

/**
 * Where a file stands below the folder of the configuration: relative, normalised, and not where Home Assistant keeps secrets or
 * what it writes for itself.
 *
 * @param text {@code packages/heating.yaml}
 */
public record ConfigPath(String text) implements Comparable<ConfigPath> {

    private static final String GRAMMAR = "(?!/)[^\\u0000-\\u001f\\u007f-\\u009f]+";
    private static final int LONGEST = 1000;
    private static final String MIRROR = "/home-assistant/";

    static final Shape<ConfigPath> SHAPE = Shape.text("^" + GRAMMAR + "$", ConfigPath::new, ConfigPath::text);

    public ConfigPath {
        if (text.length() > LONGEST || text.startsWith("/")) {
            throw new IllegalArgumentException(
                    "the path of a configuration file is relative to the folder of the configuration, and not longer than "
                            + LONGEST + " characters");
        }
        below(text);
        ForbiddenPlaces.reason(text).ifPresent(reason -> {
            throw new IllegalArgumentException(text + ": " + reason);
        });
    }

    /** What a path of the machine may not be, this may not be either. */
    private static TargetPath below(String text) {
        return new TargetPath(MIRROR + text);
    }

    /** Where what it should hold is kept unless the owner says otherwise: {@code filesystem/home-assistant/} and the path. */
    public TwinPath twinPath() {
        return TwinPath.mirrorOf(below(text));
    }

    /** Whether twin records it without having been asked for it by name. */
    public boolean isCaptured() {
        return CapturedPlaces.cover(text) && !CapturedPlaces.tellOfSecrets(text);
    }

    /** Whether twin would record it without having been asked, were it not for its name, which tells of secrets. */
    public boolean isSuspected() {
        return CapturedPlaces.cover(text) && CapturedPlaces.tellOfSecrets(text);
    }

    /** Whether a folder, relative to that of the configuration, is to be looked into for such files. */
    public static boolean isSearched(String folder) {
        return ForbiddenPlaces.reason(folder).isEmpty() && CapturedPlaces.areIn(folder);
    }

    @Override
    public int compareTo(ConfigPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
