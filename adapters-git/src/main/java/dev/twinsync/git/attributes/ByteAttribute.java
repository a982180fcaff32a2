package dev.twinsync.git.attributes;

import java.util.function.Predicate;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.Attribute.State;

/** What Git lets bytes be changed by. Line ends ({@code crlf}, {@code eol}) it leaves alone where {@code text} is taken away. */
enum ByteAttribute {
    /** Unspecified it is as good as set: then {@code core.autocrlf} decides. */
    TEXT("text", found -> found.getState() == State.UNSET),
    IDENT("ident", found -> found.getState() != State.SET),
    FILTER("filter", found -> found.getState() != State.CUSTOM),
    /** Git has everything in UTF-8 anyhow. */
    ENCODING(
            "working-tree-encoding",
            found -> found.getState() == State.UNSPECIFIED
                    || found.getState() == State.CUSTOM && found.getValue().matches("(?i)utf-?8"));

    private final String key;
    private final Predicate<Attribute> keepsBytes;

    ByteAttribute(String key, Predicate<Attribute> keepsBytes) {
        this.key = key;
        this.keepsBytes = keepsBytes;
    }

    String key() {
        return key;
    }

    boolean keepsBytes(Attribute found) {
        return keepsBytes.test(found);
    }
}
