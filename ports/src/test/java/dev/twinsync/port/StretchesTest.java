package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import java.util.List;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;

class StretchesTest {

    @Test
    void neighbours_that_go_together_are_one() {
        assertEquals(
                List.of(List.of(1, 3), List.of(2, 4, 6), List.of(5)),
                Stretches.of(List.of(1, 3, 2, 4, 6, 5), (one, next) -> one % 2 == next % 2));
        assertEquals(List.of(), Stretches.of(List.of(), (_, _) -> true));
    }

    @Test
    void nothing_is_lost_or_moved_and_every_cut_has_its_reason() {
        Property.forAll(Arbitraries.of(true, false).list().ofMaxSize(20), elements -> {
            var stretches = Stretches.of(elements, Boolean::equals);
            assertEquals(elements, stretches.stream().flatMap(List::stream).toList());
            for (int number = 0; number < stretches.size(); number++) {
                var stretch = stretches.get(number);
                assertEquals(1, stretch.stream().distinct().count());
                assertTrue(number == 0 || !stretches.get(number - 1).getLast().equals(stretch.getFirst()));
            }
        });
    }
}
