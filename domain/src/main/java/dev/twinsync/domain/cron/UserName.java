package dev.twinsync.domain.cron;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** The login name of a user of this machine; refuses a leading {@code -}, which would be an option. */
public record UserName(String text) {

    private static final String GRAMMAR = "[A-Za-z_][A-Za-z0-9_.-]{0,31}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<UserName> SHAPE = Shape.text("^" + GRAMMAR + "$", UserName::new, UserName::text);

    public UserName {
        if (!isOne(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is not a user name: up to 32 letters, digits and . _ -"
                    + " are allowed, beginning with a letter or _");
        }
    }

    public static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
