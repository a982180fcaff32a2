package dev.twinsync.domain.gvariant;

import java.util.List;
import java.util.stream.Collectors;

/** The type of a {@link GVariant}. */
public sealed interface GType {

    /** As GLib and D-Bus write it: {@code u}, {@code a{sv}}, {@code (ss)}. */
    String signature();

    /** A type without parts, which a key of a dictionary must have. */
    enum Basic implements GType {
        BOOLEAN("b"),
        BYTE("y"),
        INT16("n"),
        UINT16("q"),
        INT32("i"),
        UINT32("u"),
        INT64("x"),
        UINT64("t"),
        HANDLE("h"),
        DOUBLE("d"),
        STRING("s"),
        OBJECT_PATH("o"),
        SIGNATURE("g");

        private final String letter;

        Basic(String letter) {
            this.letter = letter;
        }

        @Override
        public String signature() {
            return letter;
        }
    }

    /** A box for a value of any type. */
    record Variant() implements GType {
        @Override
        public String signature() {
            return "v";
        }
    }

    record Maybe(GType of) implements GType {
        @Override
        public String signature() {
            return "m" + of.signature();
        }
    }

    /** A list, or a dictionary where {@code of} is an {@link Entry}. */
    record Array(GType of) implements GType {
        @Override
        public String signature() {
            return "a" + of.signature();
        }
    }

    record Entry(Basic key, GType value) implements GType {
        @Override
        public String signature() {
            return "{" + key.signature() + value.signature() + "}";
        }
    }

    record Tuple(List<GType> parts) implements GType {
        public Tuple {
            parts = List.copyOf(parts);
        }

        @Override
        public String signature() {
            return parts.stream().map(GType::signature).collect(Collectors.joining("", "(", ")"));
        }
    }
}
