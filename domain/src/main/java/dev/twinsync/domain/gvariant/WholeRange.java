package dev.twinsync.domain.gvariant;

import java.math.BigInteger;
import java.util.Optional;

/** The whole numbers that a type holds, both ends included. */
public record WholeRange(BigInteger least, BigInteger most) {

    /** Empty where the type is no whole number. */
    public static Optional<WholeRange> of(GType.Basic type) {
        return switch (type) {
            case BYTE -> Optional.of(unsigned(8));
            case INT16 -> Optional.of(signed(16));
            case UINT16 -> Optional.of(unsigned(16));
            case INT32, HANDLE -> Optional.of(signed(32));
            case UINT32 -> Optional.of(unsigned(32));
            case INT64 -> Optional.of(signed(64));
            case UINT64 -> Optional.of(unsigned(64));
            case BOOLEAN, DOUBLE, STRING, OBJECT_PATH, SIGNATURE -> Optional.empty();
        };
    }

    private static WholeRange unsigned(int bits) {
        return new WholeRange(BigInteger.ZERO, BigInteger.TWO.pow(bits).subtract(BigInteger.ONE));
    }

    private static WholeRange signed(int bits) {
        var end = BigInteger.TWO.pow(bits - 1);
        return new WholeRange(end.negate(), end.subtract(BigInteger.ONE));
    }

    public boolean holds(BigInteger number) {
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    /** For a sentence: {@code 0 to 255}. */
    @Override
    public String toString() {
        return least + " to " + most;
    }
}
