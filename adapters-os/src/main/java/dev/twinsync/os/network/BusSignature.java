package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GType;
import java.util.ArrayList;
import java.util.Arrays;

/** Reads the one complete type that a signature of D-Bus is. */
final class BusSignature {

    private final String text;
    private int at = 0;

    private BusSignature(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if it is not one complete type of D-Bus */
    static GType read(String text) {
        var signature = new BusSignature(text);
        var type = signature.type();
        if (signature.at != text.length()) {
            throw signature.malformed();
        }
        return type;
    }

    private GType type() {
        var letter = next();
        return switch (letter) {
            case 'v' -> new GType.Variant();
            case 'a' -> new GType.Array(peek() == '{' ? entry() : type());
            case '(' -> tuple();
            default -> basic(letter);
        };
    }

    private GType entry() {
        at++;
        var key = basic(next());
        var entry = new GType.Entry(key, type());
        expect('}');
        return entry;
    }

    private GType tuple() {
        var parts = new ArrayList<GType>();
        do {
            parts.add(type());
        } while (peek() != ')');
        expect(')');
        return new GType.Tuple(parts);
    }

    private GType.Basic basic(char letter) {
        return Arrays.stream(GType.Basic.values())
                .filter(basic -> basic.signature().charAt(0) == letter)
                .findFirst()
                .orElseThrow(this::malformed);
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private char next() {
        var letter = peek();
        at++;
        return letter;
    }

    private void expect(char letter) {
        if (next() != letter) {
            throw malformed();
        }
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("not a type of D-Bus: \"" + text + "\"");
    }
}
