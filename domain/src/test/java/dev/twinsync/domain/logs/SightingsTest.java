package dev.twinsync.domain.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SightingsTest {

    private static Sighting sighting(String text, long count) {
        return new Sighting(text, Severity.ERROR, "sudo", Optional.empty(), Optional.empty(), count);
    }

    @Test
    void one_error_in_the_journal_and_in_a_file_is_one() {
        assertEquals(
                List.of(sighting("a", 3), sighting("b", 1), sighting("c", 1)),
                Sightings.ofPlugins(List.of(
                        List.of(sighting("a", 2), sighting("b", 1)), List.of(sighting("a", 3), sighting("c", 1)))));
    }

    @Test
    void in_two_files_it_is_two() {
        assertEquals(
                List.of(sighting("a", 5)),
                Sightings.ofPlugins(List.of(List.of(sighting("a", 2), sighting("a", 3)), List.of(sighting("a", 4)))));
    }
}
