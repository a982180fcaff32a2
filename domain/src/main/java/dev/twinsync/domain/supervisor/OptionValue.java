package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.secrets.Mask;
import dev.twinsync.domain.secrets.SecretPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an option of an add-on is, or should be: what JSON can say, and what must not be said. */
public sealed interface OptionValue {

    record Text(String text) implements OptionValue {}

    record Number(BigDecimal number) implements OptionValue {
        public Number {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
                throw new IllegalArgumentException("a number of more than " + MOST_DIGITS + " digits");
            }
        }

        private static final int MOST_DIGITS = 30;
    }

    record Truth(boolean value) implements OptionValue {}

    record Nothing() implements OptionValue {}

    record Several(List<OptionValue> values) implements OptionValue {
        public Several {
            values = List.copyOf(values);
        }
    }

    record Table(Map<String, OptionValue> values) implements OptionValue {
        public Table {
            values = Map.copyOf(values);
        }
    }

    /**
     * Wished for: the content of a file of the machine, read by whoever carries it out; that the file says something else later
     * changes nothing.
     *
     * @param path absolute
     */
    record FromFile(String path) implements OptionValue {
        public FromFile {
            SecretPath.check(path);
        }
    }

    /** Wished for: as the add-on has it, whatever that is. */
    record Keep() implements OptionValue {}

    /** Seen: a secret, which is never written anywhere. */
    record Hidden(OptionValue secret) implements OptionValue {
        @Override
        public String toString() {
            return "Hidden[]";
        }
    }

    /** Whether there is a mask in it, in the place of something that twin does not know. */
    default boolean isMasked() {
        return switch (this) {
            case Text(var text) -> Mask.isIn(text);
            case Several(var values) -> values.stream().anyMatch(OptionValue::isMasked);
            case Table(var values) -> values.values().stream().anyMatch(OptionValue::isMasked);
            case Hidden _ -> true;
            case Number _, Truth _, Nothing(), FromFile _, Keep() -> false;
        };
    }

    /** Whether the add-on has to have it already. */
    default boolean isKept() {
        return switch (this) {
            case Keep() -> true;
            case Several(var values) -> values.stream().anyMatch(OptionValue::isKept);
            case Table(var values) -> values.values().stream().anyMatch(OptionValue::isKept);
            case Text _, Number _, Truth _, Nothing(), FromFile _, Hidden _ -> false;
        };
    }

    /** Whether what is seen is what this asks for. What twin does not know it cannot compare: that it is there has to do. */
    default boolean isMetBy(OptionValue seen) {
        return switch (this) {
            case FromFile _, Keep() -> true;
            case Several(var values) ->
                seen instanceof Several(var there) && values.size() == there.size() && areMet(values, there);
            case Table(var values) ->
                seen instanceof Table(var there)
                        && values.keySet().equals(there.keySet())
                        && values.entrySet().stream()
                                .allMatch(one -> one.getValue().isMetBy(there.get(one.getKey())));
            case Text _, Number _, Truth _, Nothing(), Hidden _ -> equals(seen);
        };
    }

    private static boolean areMet(List<OptionValue> wishes, List<OptionValue> there) {
        for (int at = 0; at < wishes.size(); at++) {
            if (!wishes.get(at).isMetBy(there.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** The wish that asks for exactly what is seen; what is masked stays as it is. */
    default OptionValue adopted() {
        return switch (this) {
            case Several(var values) ->
                new Several(values.stream().map(OptionValue::adopted).toList());
            case Table(var values) -> {
                var adopted = new TreeMap<String, OptionValue>();
                values.forEach((name, value) -> adopted.put(name, value.adopted()));
                yield new Table(adopted);
            }
            case Text _, Hidden _ -> isMasked() ? new Keep() : this;
            case Number _, Truth _, Nothing(), FromFile _, Keep() -> this;
        };
    }
}
