package dev.twinsync.port;

import dev.twinsync.domain.Printable;
import java.util.regex.Pattern;

/** What a remote repository is called here: {@code origin}. */
public record RemoteName(String text) {

    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    public static final RemoteName USUAL = new RemoteName("origin");

    public RemoteName {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(text)
                            + "\" is no name of a remote: it has letters, digits, - and _, and begins with none of the last two");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
