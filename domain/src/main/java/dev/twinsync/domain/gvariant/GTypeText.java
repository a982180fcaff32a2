package dev.twinsync.domain.gvariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a {@link GType} from its signature: {@code u}, {@code a{sv}}, {@code (ss)}. */
public final class GTypeText {

    /** As D-Bus has it; GLib itself stops at 128. */
    static final int MOST_DEPTH = 64;

    private static final Map<Character, GType.Basic> BASICS = Arrays.stream(GType.Basic.values())
            .collect(Collectors.toMap(
                    type -> type.signature().charAt(0),
                    Function.identity(),
                    (one, _) -> {
                        throw new IllegalStateException("two types for " + one);
                    },
                    HashMap::new));

    private final Letters letters;

    private GTypeText(Letters letters) {
        this.letters = letters;
    }

    /**
     * @param signature exactly one complete type
     * @throws IllegalArgumentException where it is none, in words
     */
    public static GType parse(String signature) {
        var letters = new Letters(signature);
        try {
            var type = next(letters);
            if (!letters.atEnd()) {
                throw letters.malformed("there is more behind the type");
            }
            return type;
        } catch (Malformed malformed) {
            throw new IllegalArgumentException(
                    "\"" + signature + "\" is not a type: " + malformed.getMessage() + " (column "
                            + malformed.column(signature) + ")",
                    malformed);
        }
    }

    /** The type that begins here; what follows it stays. */
    static GType next(Letters letters) {
        return new GTypeText(letters).type(1);
    }

    private GType type(int depth) {
        if (depth > MOST_DEPTH) {
            throw letters.malformed("types are nested deeper than " + MOST_DEPTH);
        }
        if (letters.atEnd()) {
            throw letters.malformed("a type is missing");
        }
        return switch (letters.peek()) {
            case 'v' -> {
                letters.take();
                yield new GType.Variant();
            }
            case 'a' -> {
                letters.take();
                yield new GType.Array(type(depth + 1));
            }
            case 'm' -> {
                letters.take();
                yield new GType.Maybe(type(depth + 1));
            }
            case '(' -> tuple(depth);
            case '{' -> entry(depth);
            default -> basic();
        };
    }

    private GType tuple(int depth) {
        letters.take();
        var parts = new ArrayList<GType>();
        while (!letters.skipIf(')')) {
            parts.add(type(depth + 1));
        }
        return new GType.Tuple(parts);
    }

    private GType entry(int depth) {
        letters.take();
        var key = basic();
        var value = type(depth + 1);
        if (!letters.skipIf('}')) {
            throw letters.malformed("} is missing: an entry of a dictionary is a key and a value");
        }
        return new GType.Entry(key, value);
    }

    private GType.Basic basic() {
        if (letters.atEnd()) {
            throw letters.malformed("a type is missing");
        }
        var basic = BASICS.get(letters.peek());
        if (basic == null) {
            throw letters.malformed("no type begins with this letter");
        }
        letters.take();
        return basic;
    }
}
