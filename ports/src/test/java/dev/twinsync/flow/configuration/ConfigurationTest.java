package dev.twinsync.flow.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of {@code config.yaml}: what is accepted can also be counted with. */
class ConfigurationTest {

    private static final Place LINE = new Place("config.yaml", 2, 19);

    private static Reading<Configuration> read(String key, String number) {
        Tree value = new Tree.Scalar(number, true, LINE);
        var names = List.of(key.split("\\.")).reversed();
        for (String name : names) {
            value = Tree.map().put(name, value).build();
        }
        return Configuration.SHAPE.read(value);
    }

    @ParameterizedTest
    @CsvSource({
        "backup_days, 1, 36500, 0",
        "backup_days, 1, 36500, 36501",
        "backup_days, 1, 36500, 9999999999999999",
        "plan_valid_hours, 1, 876000, 0",
        "plan_valid_hours, 1, 876000, 876001",
        "plan_valid_hours, 1, 876000, 99999999999999999",
        "logs.keep_days, 0, 36500, -1",
        "logs.keep_days, 0, 36500, 36501",
        "logs.keep_days, 0, 36500, 999999999999999999",
        "logs.keep, 0, 10000, -1",
        "logs.keep, 0, 10000, 10001",
        "files.max_bytes, 0, 999999999999999999, -1",
        "files.max_bytes, 0, 999999999999999999, 99999999999999999999999",
    })
    void a_number_beyond_its_bounds_is_refused_at_its_line(String key, long least, long most, String number) {
        var message = "expected a whole number from " + least + " to " + most + ", found \"" + number + "\"";
        assertEquals(List.of(new Problem(LINE, message)), read(key, number).problems());
    }

    @ParameterizedTest
    @CsvSource({"backup_days, 36500", "plan_valid_hours, 876000", "logs.keep_days, 36500", "logs.keep, 10000"})
    void the_largest_number_is_accepted(String key, String number) {
        assertEquals(List.of(), read(key, number).problems());
    }

    @Test
    void with_the_largest_numbers_every_time_can_be_reckoned() {
        var now = Instant.parse("2026-11-22T12:00:00Z");
        assertEquals(Instant.parse("1926-12-17T12:00:00Z"), now.minus(Duration.ofDays(36_500)));
        assertEquals(Instant.parse("2126-10-29T12:00:00Z"), now.plus(Duration.ofHours(876_000)));
    }
}
