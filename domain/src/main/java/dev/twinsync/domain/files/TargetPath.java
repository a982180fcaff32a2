package dev.twinsync.domain.files;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/**
 * Where something stands on the machine: absolute, normalised, of characters that a person can see, and outside of what
 * the kernel makes up ({@code /proc}, {@code /sys}, {@code /dev}, {@code /run}) and of twin's own places.
 */
public record TargetPath(String text) {

    private static final int LONGEST = 4095;
    static final String PART = "(?!\\.{1,2}(?:/|$))[^/" + Names.UNPRINTABLE + "]{1,255}";
    private static final String KERNEL = "(?:proc|sys|dev|run)";
    private static final String TWIN = "(?:etc|opt|usr/lib|usr/local/lib|var/lib)/twin";
    private static final String RESERVED = "/(?:" + KERNEL + "|" + TWIN + ")(?:/|$)";
    private static final Pattern RESERVED_PATTERN = Pattern.compile(RESERVED);
    private static final String GRAMMAR = "(?!" + RESERVED + ")(?:/" + PART + ")+";
    private static final Pattern PATTERN = Pattern.compile(Names.inOneGo(GRAMMAR));
    public static final Shape<TargetPath> SHAPE = Shape.text("^" + GRAMMAR + "$", TargetPath::new, TargetPath::text);

    public TargetPath {
        boolean fits = Names.arePlain(text, 0) ? !isReserved(text) : isInGrammar(text);
        if (text.length() > LONGEST || !fits) {
            throw new IllegalArgumentException(
                    Names.quoted(text) + " is not a path that twin manages: it must begin with /, have no empty part,"
                            + " no . or .., no control character, no name of more than 255 characters, and be outside of /proc, /sys, /dev, /run and twin's own"
                            + " folders");
        }
    }

    static boolean isInGrammar(String text) {
        return text.length() <= LONGEST && PATTERN.matcher(text).matches() && !Names.areBroken(text);
    }

    /** Whether it is the kernel's or twin's own, and so nothing to be managed. */
    public static boolean isReserved(String text) {
        return RESERVED_PATTERN.matcher(text).lookingAt();
    }

    @Override
    public String toString() {
        return text;
    }
}
