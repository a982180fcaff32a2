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
    record Whole(GType.Basic type, BigInteger value) implements GVariant {}

    record Real(double value) implements GVariant {
        @Override
        public GType type() {
            return GType.Basic.DOUBLE;
        }
    }

    /** @param type {@code s}, {@code o} or {@code g} */
    record Text(GType.Basic type, String value) implements GVariant {}

    record Variant(GVariant value) implements GVariant {
        @Override
        public GType type() {
            return new GType.Variant();
        }
    }

    record Maybe(GType of, Optional<GVariant> value) implements GVariant {
        @Override
        public GType type() {
            return new GType.Maybe(of);
        }
    }

    /** @param of the type of each item, also where there is none */
    record Array(GType of, List<GVariant> items) implements GVariant {
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public GType type() {
            return new GType.Array(of);
        }
    }

    record Entry(GType.Entry type, GVariant key, GVariant value) implements GVariant {}

    record Tuple(List<GVariant> parts) implements GVariant {
        public Tuple {
            parts = List.copyOf(parts);
        }

        @Override
        public GType type() {
            return new GType.Tuple(parts.stream().map(GVariant::type).toList());
        }
    }
}
