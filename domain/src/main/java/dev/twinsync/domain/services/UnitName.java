package dev.twinsync.domain.services;

import dev.twinsync.domain.shape.Shape;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The full name of a unit that can be enabled or started: {@code nginx.service}, {@code getty@tty1.service}. Refuses what
 * systemd would read as something else: a path links any file of the disk, {@code *} chooses others, a leading {@code -}
 * is an option, and a name without its suffix is a guess.
 */
public record UnitName(String text) implements Comparable<UnitName> {

    private static final int LONGEST = 255;
    private static final String WORD = "[A-Za-z0-9:_\\\\]";
    private static final String MORE = "(\\.?[A-Za-z0-9:_\\\\-])*";
    private static final String INSTANCE = "(@(\\.?[A-Za-z0-9:_\\\\@-])*)?";
    private static final String SUFFIX = "\\.(service|socket|timer|path|mount|automount|swap|target|slice)";
    /** Only the root of all mounts and the root of all slices are called by a dash. */
    private static final String ROOT = "-\\.(mount|slice)";

    public static final String GRAMMAR = "(" + WORD + MORE + INSTANCE + SUFFIX + "|" + ROOT + ")";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    public static final Shape<UnitName> SHAPE = Shape.text("^" + GRAMMAR + "$", UnitName::new, UnitName::text);

    public UnitName {
        if (!isManageable(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is not the full name of a unit, as nginx.service or"
                    + " getty@tty1.service is one");
        }
    }

    private static boolean isManageable(String text) {
        return text.length() <= LONGEST && PATTERN.matcher(text).matches();
    }

    /** Of a name that systemd says; empty for devices, scopes and names outside the grammar, which cannot be declared. */
    public static Optional<UnitName> ifManageable(String text) {
        return isManageable(text) ? Optional.of(new UnitName(text)) : Optional.empty();
    }

    /** Whether it stands for units that get their name only when somebody fills it in: {@code toy@.service}. */
    public boolean isTemplate() {
        return text.contains("@.");
    }

    public boolean isInstance() {
        return text.contains("@") && !isTemplate();
    }

    /** {@code toy@NAME.service} for {@code toy@.service}: how an instance is written. */
    public String exampleOfInstance() {
        return text.replace("@.", "@NAME.");
    }

    /** The name without suffix and instance: {@code getty} of {@code getty@tty1.service}. */
    String stem() {
        var bare = text.substring(0, text.lastIndexOf('.'));
        int at = bare.indexOf('@');
        return at < 0 ? bare : bare.substring(0, at);
    }

    @Override
    public int compareTo(UnitName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
