package dev.twinsync.domain.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class KnownErrorsTest {

    private static final String NOW = time(30);
    private static final Optional<String> BEFORE = Optional.of(time(20));
    private static final Optional<String> NEVER = Optional.empty();

    private static String time(int minute) {
        return "2026-11-22T13:%02d:00Z".formatted(minute);
    }

    private static Sighting sighting(String text, String unit, int from, int to, long count) {
        return new Sighting(text, Severity.ERROR, unit, Optional.of(time(from)), Optional.of(time(to)), count);
    }

    private static Arbitrary<Sighting> sightings() {
        var times = Arbitraries.integers().between(0, 59);
        var span = Combinators.combine(times, times)
                .as((one, other) -> List.of(time(Math.min(one, other)), time(Math.max(one, other))))
                .optional();
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of(Severity.EMERGENCY, Severity.CRITICAL, Severity.ERROR),
                        Arbitraries.of("x.service", "y.service"),
                        span,
                        Arbitraries.longs().between(1, 1_000))
                .as((text, severity, unit, seen, count) ->
                        new Sighting(text, severity, unit, seen.map(List::getFirst), seen.map(List::getLast), count));
    }

    /** What some captures before left behind. */
    private static Arbitrary<List<ErrorSignature>> known() {
        return sightings().list().ofMaxSize(8).map(seen -> KnownErrors.after(List.of(), seen, time(1), NEVER, NEVER));
    }

    private static List<ErrorSignature> after(List<ErrorSignature> known, List<Sighting> sighted) {
        return KnownErrors.after(known, sighted, NOW, BEFORE, Optional.of(time(25)));
    }

    private static List<ErrorSignature> withoutNews(List<ErrorSignature> errors) {
        return errors.stream().map(error -> error.withNewSince(List.of())).toList();
    }

    private static long sum(List<ErrorSignature> errors) {
        return errors.stream().mapToLong(ErrorSignature::count).sum();
    }

    @Test
    void the_order_of_sightings_does_not_matter() {
        var cases = Combinators.combine(known(), sightings().list().ofMaxSize(12), Arbitraries.longs())
                .as(Tuple::of);
        Property.forAll(cases, one -> {
            var shuffled = new ArrayList<>(one.get2());
            Collections.shuffle(shuffled, new Random(one.get3()));
            assertEquals(after(one.get1(), one.get2()), after(one.get1(), shuffled));
        });
    }

    @Test
    void without_sightings_only_what_is_new_changes() {
        Property.forAll(known(), known -> {
            var later = after(known, List.of());
            assertEquals(withoutNews(known), withoutNews(later));
            assertTrue(later.stream().noneMatch(ErrorSignature::isNewSinceSnapshot));
        });
    }

    @Test
    void every_sighting_is_counted_once() {
        var cases =
                Combinators.combine(known(), sightings().list().ofMaxSize(12)).as(Tuple::of);
        Property.forAll(
                cases,
                one -> assertEquals(
                        sum(one.get1())
                                + one.get2().stream().mapToLong(Sighting::count).sum(),
                        sum(after(one.get1(), one.get2()))));
    }

    @Test
    void what_is_told_in_two_halves_is_known_as_what_is_told_at_once() {
        var some = sightings().list().ofMaxSize(8);
        var cases = Combinators.combine(known(), some, some).as(Tuple::of);
        Property.forAll(cases, one -> {
            var whole = Stream.concat(one.get2().stream(), one.get3().stream()).toList();
            assertEquals(
                    withoutNews(after(one.get1(), whole)),
                    withoutNews(after(after(one.get1(), one.get2()), one.get3())));
        });
    }

    @Test
    void an_error_keeps_when_it_was_seen_first_and_the_gravest_it_was() {
        var known = KnownErrors.after(
                List.of(),
                List.of(new Sighting("a", Severity.CRITICAL, "x", Optional.of(time(1)), Optional.of(time(2)), 2)),
                time(3),
                NEVER,
                NEVER);
        assertEquals(
                List.of(new ErrorSignature("a", "critical", "x", time(1), time(9), 5, List.of())),
                KnownErrors.after(known, List.of(sighting("a", "x", 8, 9, 3)), time(10), Optional.of(time(3)), NEVER));
    }

    @Test
    void the_first_capture_makes_nothing_new_since_a_snapshot() {
        var errors = KnownErrors.after(List.of(), List.of(sighting("a", "x", 1, 2, 1)), NOW, NEVER, NEVER);
        assertEquals(List.of(), errors.getFirst().newSince());
    }

    @Test
    void an_error_is_new_until_the_next_snapshot() {
        var one = KnownErrors.after(List.of(), List.of(sighting("a", "x", 21, 22, 1)), NOW, BEFORE, NEVER);
        assertEquals(List.of("snapshot"), one.getFirst().newSince());
        var next = KnownErrors.after(one, List.of(sighting("a", "x", 31, 32, 1)), time(40), Optional.of(NOW), NEVER);
        assertEquals(List.of(), next.getFirst().newSince());
    }

    @Test
    void an_error_is_new_since_an_apply_if_it_was_first_seen_after_its_end() {
        var errors = KnownErrors.after(
                List.of(),
                List.of(
                        sighting("before", "x", 4, 29, 1),
                        sighting("at", "x", 5, 5, 1),
                        sighting("after", "x", 6, 6, 1)),
                NOW,
                NEVER,
                Optional.of(time(5)));
        assertEquals(
                List.of("after"),
                errors.stream()
                        .filter(ErrorSignature::isNewSinceApply)
                        .map(ErrorSignature::text)
                        .toList());
        assertTrue(after(errors, List.of()).stream().noneMatch(ErrorSignature::isNewSinceApply));
    }

    @Test
    void what_has_no_time_was_seen_at_the_capture() {
        var timeless = new Sighting("a", Severity.ERROR, "x", Optional.empty(), Optional.empty(), 4);
        assertEquals(
                List.of(new ErrorSignature("a", "error", "x", NOW, NOW, 4, List.of("snapshot", "apply"))),
                KnownErrors.after(List.of(), List.of(timeless), NOW, BEFORE, BEFORE));
    }

    @Test
    void the_newest_comes_first_and_equal_ones_by_unit_and_text() {
        var errors = KnownErrors.after(
                List.of(),
                List.of(
                        sighting("b", "x", 1, 5, 1),
                        sighting("a", "y", 1, 5, 1),
                        sighting("a", "x", 1, 5, 1),
                        sighting("z", "z", 1, 6, 1)),
                NOW,
                NEVER,
                NEVER);
        assertEquals(
                List.of("z z", "x a", "x b", "y a"),
                errors.stream().map(error -> error.unit() + " " + error.text()).toList());
    }

    @Test
    void of_too_many_those_seen_last_are_kept() {
        var old = IntStream.range(0, 300).mapToObj(n -> sighting("old " + n, "x", 1, 2, 1));
        var recent = IntStream.range(0, 400).mapToObj(n -> sighting("recent " + n, "x", 1, 3, 1));
        var errors = KnownErrors.after(List.of(), Stream.concat(old, recent).toList(), NOW, NEVER, NEVER);
        assertEquals(500, errors.size());
        assertEquals(
                400,
                errors.stream()
                        .filter(error -> error.text().startsWith("recent"))
                        .count());
    }

    @Test
    void an_index_that_somebody_edited_does_no_harm() {
        var edited =
                new ErrorSignature("a", "hopeless", "x", "", "tomorrow", 999_999_999_999_999_999L, List.of("moon"));
        var error = after(List.of(edited, edited), List.of(sighting("a", "x", 1, 2, 5)))
                .getFirst();
        assertEquals("error", error.severity());
        assertEquals(999_999_999_999_999_999L, error.count());
        assertEquals(List.of(), error.newSince());
    }
}
