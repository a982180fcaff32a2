package dev.twinsync.flow.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.KindLaws.Case;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.cron.CronTest;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.port.Probation;
import dev.twinsync.port.Probation.Verdict;
import dev.twinsync.port.SelfReverting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * twin is killed at every moment between acting, looking, asking, keeping or taking back, looking again and writing down, and the
 * component takes back by itself what was not kept, or has not yet. Whatever is in the journal then is true, and the run
 * ends before or after all of it, never in between.
 */
class CutOffOnProbationTest {

    private static final int PLANS = 2;
    private static final int AT_LEAST = 300;

    private static final Probation YES = Probation.UNASKED;
    private static final Probation NO = _ -> new Verdict.TakeBack("the answer was no");

    private final KindLaws<?, ?, ?> laws = new CronTest();
    private int cases;

    /** @param later what is answered when it is finished */
    private record Story(String name, Probation first, Probation later, boolean timePasses) {}

    private static List<Story> stories() {
        return List.of(
                new Story("yes", YES, YES, true),
                new Story("yes, and resumed at once", YES, YES, false),
                new Story("no", NO, NO, true),
                new Story("no, and resumed at once", NO, NO, false),
                new Story("no, then yes", NO, YES, true),
                new Story("yes, then no", YES, NO, true));
    }

    @Test
    void killed_at_any_moment_it_ends_before_or_after_and_never_with_a_false_done() {
        everyExample(laws);
        assertTrue(cases >= AT_LEAST, () -> "only " + cases + " cases");
    }

    private <D extends Keyed, L extends Keyed, A extends Action> void everyExample(KindLaws<D, L, A> some) {
        Property.forSome(
                PLANS, some.casesWithActions().filter(example -> isOneOfSeveralActions(some, example)), example -> {
                    for (Story story : stories()) {
                        everyMoment(() -> new OneKind<>(some.kindUnderTest(), example, true, true), example, story);
                    }
                });
    }

    /** Of several transactions, some may be kept and others taken back. */
    private static <D extends Keyed, L extends Keyed, A extends Action> boolean isOneOfSeveralActions(
            KindLaws<D, L, A> some, Case<D, L> example) {
        var stages = some.kindUnderTest().plan(example.desired(), new Observation.Seen<>(example.live())).stream()
                .flatMap(step -> step instanceof Step.Do<A>(var action, var _)
                        ? Stream.of(action.stage())
                        : Stream.<Action.Stage>empty())
                .toList();
        return stages.size() > 1 && Set.copyOf(stages).size() == 1;
    }

    @FunctionalInterface
    private interface Fresh<D extends Keyed, L extends Keyed, A extends Action> {
        OneKind<D, L, A> twin();
    }

    private <D extends Keyed, L extends Keyed, A extends Action> void everyMoment(
            Fresh<D, L, A> fresh, Case<D, L> example, Story story) {
        var after = after(fresh);
        var before = fresh.twin().live();
        int moment = 1;
        for (var killed = killed(fresh, story, moment); killed.isPresent(); killed = killed(fresh, story, moment)) {
            resumed(killed.get(), story, moment, before, after);
            takenBack(killed(fresh, story, moment).orElseThrow(), story, moment, before);
            moment++;
        }
        cases += 2 * moment;
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> List<L> after(Fresh<D, L, A> fresh) {
        var twin = fresh.twin();
        twin.plan();
        run(twin::apply);
        twin.ticker.pause(SelfReverting.TIME);
        return twin.live();
    }

    /** Empty: it came to its end before. */
    private static <D extends Keyed, L extends Keyed, A extends Action> Optional<OneKind<D, L, A>> killed(
            Fresh<D, L, A> fresh, Story story, int moment) {
        var twin = fresh.twin();
        twin.plan();
        twin.probation = story.first();
        twin.keepGoing = true;
        twin.boundary.killAt(moment);
        try {
            twin.apply();
            return Optional.empty();
        } catch (SimulatedBoundary.Killed _) {
            twin.boundary.spare();
            twin.afterKill();
            twin.ticker.pause(story.timePasses() ? SelfReverting.TIME : Duration.ZERO);
            return Optional.of(twin);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> void resumed(
            OneKind<D, L, A> twin, Story story, int moment, List<L> before, List<L> after) {
        var where = story.name() + ", killed at moment " + moment;
        assertWhatIsWrittenIsTrue(twin, where);
        var begun = open(twin);
        twin.probation = story.later();
        if (begun.isPresent()) {
            var finished = assertInstanceOf(RunResult.Finished.class, run(twin::resume), where);
            assertEquals(finished.succeeded() ? after : before, twin.live(), () -> where + ": " + finished);
            assertEquals(!finished.succeeded(), finished.isTakenBack(), () -> where + ": " + finished);
        }
        twin.ticker.pause(SelfReverting.TIME);
        assertEquals(Optional.empty(), open(twin), where);
        var end = twin.live();
        assertTrue(end.equals(before) || end.equals(after), where);
        if (begun.isPresent() && story.first() == story.later()) {
            assertEquals(story.first() == YES ? after : before, end, where);
        }
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> void takenBack(
            OneKind<D, L, A> twin, Story story, int moment, List<L> before) {
        var where = story.name() + ", killed at moment " + moment;
        twin.probation = YES;
        if (open(twin).isPresent()) {
            var result = assertInstanceOf(RunResult.TakenBack.class, run(twin::rollBack), where);
            assertTrue(result.complete(), () -> where + ": " + result);
            twin.ticker.pause(SelfReverting.TIME);
            assertEquals(before, twin.live(), where);
            assertEquals(Optional.empty(), open(twin), where);
        }
    }

    /** What was seen last of a thing that is not being changed is there, also when all time is over. */
    private static <D extends Keyed, L extends Keyed, A extends Action> void assertWhatIsWrittenIsTrue(
            OneKind<D, L, A> twin, String where) {
        var open = open(twin);
        if (open.isEmpty() || !open.get().undecided().isEmpty()) {
            return;
        }
        var live = twin.live().stream().collect(Collectors.toMap(Keyed::key, thing -> (Object) thing));
        open.get()
                .lastFound()
                .forEach(former -> former.things()
                        .forEach((key, found) -> assertEquals(
                                found.<Object>map(thing -> thing), Optional.ofNullable(live.get(key)), where)));
    }

    @FunctionalInterface
    private interface Flow {
        RunResult run() throws IOException;
    }

    private static RunResult run(Flow flow) {
        try {
            return flow.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<OpenRun> open(OneKind<?, ?, ?> twin) {
        try {
            return twin.open();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
