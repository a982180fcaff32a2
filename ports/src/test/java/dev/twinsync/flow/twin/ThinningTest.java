package dev.twinsync.flow.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

/** Which earlier captures of the logs stay. */
class ThinningTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    /** @param captures none of them in the future */
    private record Case(Thinning thinning, List<Instant> captures) {
        Set<Instant> staying() {
            return thinning.staying(captures, NOW);
        }

        Instant oldest() {
            return NOW.minus(Duration.ofDays(thinning.days()));
        }
    }

    private static Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 12),
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.longs().between(0, 10 * 24 * 60).list().ofMaxSize(60))
                .as((keep, days, minutes) -> new Case(new Thinning(keep, days), times(minutes)));
    }

    private static List<Instant> times(List<Long> minutes) {
        return minutes.stream()
                .map(minute -> NOW.minus(Duration.ofMinutes(minute)))
                .toList();
    }

    private static Instant day(Instant capture) {
        return capture.truncatedTo(ChronoUnit.DAYS);
    }

    @Test
    void the_newest_stay_unless_they_are_too_old() {
        Property.forAll(
                cases(),
                one -> one.captures().stream()
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .limit(one.thinning().keep())
                        .filter(capture -> !capture.isBefore(one.oldest()))
                        .forEach(capture -> assertTrue(one.staying().contains(capture), one::toString)));
    }

    @Test
    void each_day_that_is_not_too_old_has_its_last_capture_unless_none_is_to_be_kept() {
        Property.forAll(cases(), one -> {
            var staying = one.staying();
            for (Instant capture : one.captures()) {
                boolean isLast = one.captures().stream()
                        .noneMatch(other -> day(other).equals(day(capture)) && other.isAfter(capture));
                if (one.thinning().keep() > 0 && isLast && !capture.isBefore(one.oldest())) {
                    assertTrue(staying.contains(capture), () -> one + " lost " + capture);
                }
            }
        });
    }

    @Test
    void nothing_too_old_and_nothing_new_is_among_them_and_they_are_not_many() {
        Property.forAll(cases(), one -> {
            var staying = one.staying();
            assertTrue(one.captures().containsAll(staying));
            assertTrue(staying.stream().noneMatch(one.oldest()::isAfter), one::toString);
            var most = one.thinning().keep() == 0
                    ? 0
                    : one.thinning().keep() + one.thinning().days();
            assertTrue(staying.size() <= most, () -> one + " keeps " + staying);
        });
    }

    /** Each capture comes alone, and is thinned out then: what went once is missed by nobody. */
    @Test
    void it_is_the_same_whether_it_is_thinned_out_at_every_capture_or_once_at_the_end() {
        Property.forAll(cases(), one -> {
            Collection<Instant> there = new ArrayList<>();
            for (Instant capture : new TreeSet<>(one.captures())) {
                there.add(capture);
                there = new HashSet<>(one.thinning().staying(there, capture));
            }
            assertEquals(one.staying(), one.thinning().staying(there, NOW));
        });
    }

    @Test
    void a_month_of_hours_leaves_ten_hours_and_thirty_days() {
        var hours = new ArrayList<Instant>();
        for (int hour = 0; hour < 24 * 60; hour++) {
            hours.add(NOW.minus(Duration.ofHours(hour)));
        }
        var staying = new TreeSet<>(new Thinning(10, 30).staying(hours, NOW));
        assertEquals(Instant.parse("2026-10-29T23:00:00Z"), staying.first());
        assertEquals(10 + 30, staying.size());
        assertTrue(staying.containsAll(hours.subList(0, 10)));
    }
}
