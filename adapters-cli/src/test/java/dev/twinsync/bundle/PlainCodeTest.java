package dev.twinsync.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.twinsync.bundle.Samples.Asked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put into the application for what was written says the same: {@link Samples} are asked as they are and as they become. */
class PlainCodeTest {

    private static final Asked WRITTEN = new Samples.Answers();
    private static final PlainSamples SAMPLES = new PlainSamples();
    private static final Asked PLAIN = SAMPLES.answers();

    /** For each component of the record the same, something else, and what compares otherwise than it looks. */
    private static final List<List<Object>> VALUES = List.of(
            List.of(true, false),
            List.of((byte) 1, (byte) -1, Byte.MIN_VALUE),
            List.of((short) 1, (short) -1, Short.MAX_VALUE),
            List.of('a', 'ä', Character.MAX_VALUE),
            List.of(1, -1, Integer.MIN_VALUE),
            List.of(1L, -1L, 1L << 32, Long.MIN_VALUE),
            List.of(0f, -0f, Float.NaN, 1.5f),
            List.of(0d, -0d, Double.NaN, 1e300),
            Arrays.asList("a", null, List.of("a"), new String("a"), new StringBuilder("a")));

    @Test
    void nothingIsLinkedAtTheStartAnyMore() {
        assertEquals(Set.of("typeSwitch", "equals", "hashCode", "toString"), SAMPLES.linkedAtStartAsWritten());
        assertEquals(Set.of(), SAMPLES.linkedAtStart());
    }

    static Stream<Object> things() {
        return Stream.concat(
                IntStream.range(-1, 20).boxed(),
                Stream.of("", "abc", "abcd", 1.5, new int[2], List.of(), List.of(1), new StringBuilder("x"), 'c'));
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("things")
    void aSwitchChoosesTheSame(Object thing) {
        assertEquals(WRITTEN.chosen(thing), PLAIN.chosen(thing));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"a", "b", "c", "abcd", ""})
    void aSwitchOverTextChoosesTheSame(String text) {
        assertEquals(WRITTEN.chosenByText(text), PLAIN.chosenByText(text));
    }

    @Test
    void aRecordSaysTheSameOfItself() {
        for (var values : fields()) {
            assertEquals(WRITTEN.text(values), PLAIN.text(values));
            assertEquals(WRITTEN.hash(values), PLAIN.hash(values));
            assertFalse(PLAIN.equalsSomethingElse(values));
        }
    }

    @Test
    void recordsAreEqualOrNotAsBefore() {
        for (var some : fields()) {
            for (var others : fields()) {
                assertEquals(
                        WRITTEN.areEqual(some, others),
                        PLAIN.areEqual(some, others),
                        () -> Arrays.toString(some) + " and " + Arrays.toString(others));
            }
        }
    }

    /** As {@link #VALUES} begin, and with each of the others in its place. */
    private static List<Object[]> fields() {
        var all = new ArrayList<Object[]>();
        for (int place = 0; place < VALUES.size(); place++) {
            for (var value : VALUES.get(place)) {
                var values = VALUES.stream().map(List::getFirst).toArray();
                values[place] = value;
                all.add(values);
            }
        }
        return all;
    }
}
