package dev.twinsync.domain.secrets;

import dev.twinsync.domain.Printable;
import java.util.regex.Pattern;

/** Where the file of a secret is, as wishes name it: absolute, of characters that a person can see. */
public final class SecretPath {

    public static final String GRAMMAR = "/[^\\p{Cntrl}]+";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    private static final int LONGEST = 4095;

    private SecretPath() {}

    /** Refuses anything else with an {@link IllegalArgumentException} in words. */
    public static void check(String path) {
        if (path.length() > LONGEST
                || !PATTERN.matcher(path).matches()
                || !Printable.of(path).equals(path)) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(path) + "\" is not the path of a file: it must begin with /");
        }
    }
}
