package dev.twinsync.domain.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.logs.AuthFailures.Group;
import dev.twinsync.domain.logs.LogCounts.LastError;
import dev.twinsync.domain.logs.LogIndex.LastApply;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

class LogIndexTest {

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "true", "7", "~", "2026-11-22T13:05:00Z", "nginx.service"),
                Arbitraries.strings().ofMaxLength(12));
    }

    private static Arbitrary<Long> numbers() {
        return Arbitraries.longs().between(0, 999_999_999_999_999_999L);
    }

    private static Arbitrary<Counts> counts() {
        return Combinators.combine(numbers(), numbers()).as(Counts::new);
    }

    private static <T> Arbitrary<Map<String, T>> tables(Arbitrary<T> values) {
        return Arbitraries.maps(texts(), values).ofMaxSize(3);
    }

    private static <T> Arbitrary<List<T>> lists(Arbitrary<T> values) {
        return values.list().ofMaxSize(3);
    }

    private static Arbitrary<AuthFailures> failures() {
        var groups = Combinators.combine(texts(), texts(), texts(), counts()).as(Group::new);
        return Combinators.combine(counts(), lists(groups), numbers()).as(AuthFailures::new);
    }

    private static Arbitrary<LogCounts> logCounts() {
        var lastErrors =
                Combinators.combine(texts().optional(), texts(), texts()).as(LastError::new);
        return Combinators.combine(
                        counts(), counts(), tables(numbers()), lists(texts()), failures(), lastErrors.optional())
                .as(LogCounts::new);
    }

    private static Arbitrary<LogReport> reports() {
        var gaps = Combinators.combine(texts().optional(), texts().optional(), texts())
                .as(LogGap::new);
        var read = Combinators.combine(
                        texts(),
                        texts().optional(),
                        texts().optional(),
                        texts().optional(),
                        logCounts(),
                        lists(texts()),
                        lists(gaps))
                .as(LogReport::new);
        return Combinators.combine(read, texts().optional(), origins().optional(), lists(restarts()))
                .as(LogIndexTest::withMore);
    }

    private static LogReport withMore(
            LogReport report, Optional<String> absent, Optional<LogOrigin> origin, List<Restart> restarts) {
        return new LogReport(
                report.name(),
                absent,
                report.unavailable(),
                report.text(),
                report.countedSince(),
                report.counts(),
                report.failedUnits(),
                report.gaps(),
                origin,
                restarts);
    }

    private static Arbitrary<LogOrigin> origins() {
        return Combinators.combine(texts(), numbers()).as(LogOrigin::new);
    }

    private static Arbitrary<Restart> restarts() {
        return Combinators.combine(Arbitraries.of(Restart.Of.class), texts(), texts())
                .as(Restart::new);
    }

    private static Arbitrary<ErrorSignature> signatures() {
        return Combinators.combine(
                        texts(),
                        texts(),
                        texts(),
                        texts(),
                        texts(),
                        numbers(),
                        lists(Arbitraries.of("snapshot", "apply")))
                .as(ErrorSignature::new);
    }

    private static Arbitrary<LogIndex> indexes() {
        var applies = Combinators.combine(texts(), texts(), numbers(), numbers(), tables(numbers()))
                .as(LastApply::new);
        return Combinators.combine(
                        texts().optional(),
                        texts().optional(),
                        tables(lists(reports())),
                        lists(signatures()),
                        applies.optional(),
                        tables(texts()))
                .as(LogIndex::new);
    }

    @Test
    void what_is_written_is_read_again() {
        Property.forAll(
                indexes(),
                index -> assertEquals(new Reading.Value<>(index), LogIndex.SHAPE.read(LogIndex.SHAPE.write(index))));
        Property.forAll(
                indexes(),
                index -> assertEquals(new Reading.Value<>(index), LogIndex.SHAPE.read(LogIndex.SHAPE.inFull(index))));
    }

    @Test
    void an_index_of_before_there_was_anything_is_an_empty_document() {
        assertEquals(Tree.map().build(), LogIndex.SHAPE.write(LogIndex.EMPTY));
        assertEquals(
                new Reading.Value<>(LogIndex.EMPTY),
                LogIndex.SHAPE.read(Tree.map().build()));
    }

    @Test
    void a_line_that_twin_does_not_know_is_refused_at_its_place() {
        var place = new Place("logs/current/index.yaml", 3, 1);
        var line = new Tree.Entry("signature", Tree.text("x"), place);
        assertEquals(
                List.of(new Problem(place, "unknown key \"signature\"; did you mean \"signatures\"?")),
                LogIndex.SHAPE.read(new Tree.Mapping(List.of(line), Place.NONE)).problems());
    }
}
