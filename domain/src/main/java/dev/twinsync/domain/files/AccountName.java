package dev.twinsync.domain.files;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** A user or a group: by its name, or by its number where it has no name. */
public record AccountName(String text) {

    private static final String GRAMMAR = "(?:[A-Za-z_][A-Za-z0-9_.-]{0,63}\\$?|0|[1-9][0-9]{0,9})";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<AccountName> SHAPE = Shape.text("^" + GRAMMAR + "$", AccountName::new, AccountName::text);

    public static final AccountName ROOT = new AccountName("root");

    public AccountName {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(Names.quoted(text) + " is not the name or number of a user or group");
        }
    }

    /** Whether a machine may have an account of this name. */
    public static boolean isValid(String text) {
        return PATTERN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
