package dev.twinsync.domain.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Property;
import java.util.List;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole numbers, and how great they may be. */
class NumberShapeTest {

    private static final Place LINE = new Place("config.yaml", 2, 19);

    private static Tree plain(String text) {
        return new Tree.Scalar(text, true, LINE);
    }

    private static List<Problem> wrong(String message) {
        return List.of(new Problem(LINE, message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "99999999999999999999999", "-1000000000000000000"})
    void a_whole_number_that_is_too_large_is_not_said_to_be_none(String text) {
        assertEquals(
                wrong("expected a whole number from -999999999999999999 to 999999999999999999, found \"" + text + "\""),
                Shape.number().read(plain(text)).problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1.5", "007", "1e9", "0x10"})
    void what_is_no_whole_number_is_refused_as_such(String text) {
        assertEquals(
                wrong("expected a whole number, found \"" + text + "\""),
                Shape.number().read(plain(text)).problems());
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "36501", "9999999999999999", "9223372036854775808", "many"})
    void a_number_with_bounds_is_refused_at_its_line_with_what_it_may_be(String text) {
        assertEquals(
                wrong("expected a whole number from 1 to 36500, found \"" + text + "\""),
                Shape.number(1, 36_500).read(plain(text)).problems());
    }

    @Test
    void a_number_within_the_bounds_is_read_as_it_was_written() {
        var shape = Shape.number(1, 36_500);
        Property.forAll(
                Arbitraries.longs().between(1, 36_500),
                number -> assertEquals(new Reading.Value<>(number), shape.read(shape.write(number))));
    }

    @Test
    void the_bounds_stand_in_the_schema() {
        assertEquals(
                Tree.map()
                        .put("type", "integer")
                        .put("minimum", Tree.literal(1))
                        .put("maximum", Tree.literal(36_500))
                        .build(),
                Shape.number(1, 36_500).schema());
    }
}
