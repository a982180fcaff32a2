package dev.twinsync.domain.gvariant;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A value together with its type. Two are equal where both are. */
public sealed interface GVariant {

    GType type();

    record Bool(boolean value) implements GVariant {
        @Override
        public GType type() {
            return GType.Basic.BOOLEAN;
        }
    }

    /** @param type one of the whole numbers, in the range of which the value lies */
    record Whole(GType.Basic type, BigInteger value) implements GVariant {
        public Whole {
            var range = WholeRange.of(type)
                    .orElseThrow(
                            () -> new IllegalArgumentException("type " + type.signature() + " is no whole number"));
            if (!range.holds(value)) {
                throw new IllegalArgumentException("a number is out of the range of its type, " + range);
            }
        }

        public static Whole of(GType.Basic type, long value) {
            return new Whole(type, BigInteger.valueOf(value));
        }
    }

    record Real(double value) implements GVariant {
        @Override
        public GType type() {
            return GType.Basic.DOUBLE;
        }
    }

    /** @param type {@code s}, {@code o} or {@code g}, by the rules of which the value is made */
    record Text(GType.Basic type, String value) implements GVariant {
        public Text {
            TextGrammar.flaw(type, value).ifPresent(flaw -> {
                throw new IllegalArgumentException(flaw);
            });
        }

        public static Text of(String value) {
            return new Text(GType.Basic.STRING, value);
        }
    }

    record Variant(GVariant value) implements GVariant {
        @Override
        public GType type() {
            return new GType.Variant();
        }
    }

    record Maybe(GType of, Optional<GVariant> value) implements GVariant {
        public Maybe {
            value.ifPresent(inside -> checkType(of, inside));
        }

        @Override
        public GType type() {
            return new GType.Maybe(of);
        }
    }

    /** @param of the type of each item, also where there is none */
    record Array(GType of, List<GVariant> items) implements GVariant {
        public Array {
            items = List.copyOf(items);
            items.forEach(item -> checkType(of, item));
        }

        @Override
        public GType type() {
            return new GType.Array(of);
        }
    }

    record Entry(GType.Entry type, GVariant key, GVariant value) implements GVariant {
        public Entry {
            checkType(type.key(), key);
            checkType(type.value(), value);
        }
    }

    record Tuple(List<GVariant> parts) implements GVariant {
        public Tuple {
            parts = List.copyOf(parts);
        }

        @Override
        public GType type() {
            return new GType.Tuple(parts.stream().map(GVariant::type).toList());
        }
    }

    private static void checkType(GType wanted, GVariant value) {
        if (!value.type().equals(wanted)) {
            throw new IllegalArgumentException("a value of type " + value.type().signature() + " stands where "
                    + wanted.signature() + " is expected");
        }
    }
}
