package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version as Home Assistant writes them: {@code 2026.8.1}, {@code 2026.9.0b2}, {@code 18.0.rc1}; those of add-ons are any words.
 */
public record ReleaseName(String text) {

    private static final String GRAMMAR = "[A-Za-z0-9][-+._A-Za-z0-9]{0,63}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    private static final Pattern CALENDAR = Pattern.compile("(\\d+(?:\\.\\d+)*)(?:\\.?(dev|a|b|rc)(\\d*))?");
    private static final List<String> BEFORE_RELEASE = List.of("dev", "a", "b", "rc");

    static final Shape<ReleaseName> SHAPE = Shape.text("^" + GRAMMAR + "$", ReleaseName::new, ReleaseName::text);

    private static final Comparator<Parts> ORDER = Comparator.<Parts, List<BigInteger>>comparing(
                    Parts::numbers, ReleaseName::compareNumbers)
            .thenComparing(Parts::stage)
            .thenComparing(Parts::count);

    public ReleaseName {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + Printable.of(text) + "\" is no version");
        }
    }

    /** @param stage later ones are larger, and the release itself is the largest */
    private record Parts(List<BigInteger> numbers, int stage, BigInteger count) {}

    /** Whether this one came out before the other; false too where their form does not tell. */
    public boolean isBefore(ReleaseName other) {
        return hasOrder() && other.hasOrder() && ORDER.compare(parts(), other.parts()) < 0;
    }

    private boolean hasOrder() {
        return CALENDAR.matcher(text).matches();
    }

    private Parts parts() {
        var found = CALENDAR.matcher(text);
        if (!found.matches()) {
            throw new IllegalStateException(text);
        }
        var numbers =
                Stream.of(found.group(1).split("\\.")).map(BigInteger::new).toList();
        return found.group(2) == null
                ? new Parts(numbers, BEFORE_RELEASE.size(), BigInteger.ZERO)
                : new Parts(numbers, BEFORE_RELEASE.indexOf(found.group(2)), new BigInteger("0" + found.group(3)));
    }

    private static int compareNumbers(List<BigInteger> one, List<BigInteger> other) {
        for (int at = 0; at < Math.max(one.size(), other.size()); at++) {
            int order = number(one, at).compareTo(number(other, at));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger number(List<BigInteger> numbers, int at) {
        return at < numbers.size() ? numbers.get(at) : BigInteger.ZERO;
    }

    @Override
    public String toString() {
        return text;
    }
}
