package dev.twinsync.flow.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.Document;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is changed in a plan, it is refused, and nothing is changed on the machine. */
class PlanMutationTest {

    private static final int PLANS = 50;
    private static final int CHANGES = 20;
    /** Of four kinds. */
    private static final int AT_LEAST = 1_000 / 4;

    static Stream<Arguments> kinds() {
        return FaultSuiteTest.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <D extends Keyed, L extends Keyed, A extends Action> void a_changed_plan_changes_nothing(
            KindLaws<D, L, A> laws, boolean allAtOnce) {
        var tried = new AtomicInteger();
        Property.forSome(PLANS, laws.casesWithActions(), example -> {
            var twin = new OneKind<>(laws.kindUnderTest(), example, allAtOnce);
            twin.plan();
            var random = new Random(example.hashCode());
            for (int change = 0; change < CHANGES; change++) {
                tried.addAndGet(refused(twin, random));
            }
        });
        assertTrue(tried.get() >= AT_LEAST, () -> "only " + tried + " changed plans");
    }

    /** How many plans that say something else were refused: as edited, and with an id and a seal that fit what they say. */
    private static <D extends Keyed, L extends Keyed, A extends Action> int refused(
            OneKind<D, L, A> twin, Random random) {
        try {
            var tree = twin.repo.read(asItStands()).map(Optional::orElseThrow);
            var original = ((Reading.Value<Tree>) tree).value();
            var changed = new TreeChange(random).somewhereIn(original);
            if (says(twin, changed).equals(says(twin, original))) {
                return 0;
            }
            int tried = 1;
            assertRefused(twin, changed);
            if (says(twin, changed) instanceof Reading.Value<Optional<SavedPlan>>(var plan)
                    && !decides(plan.orElseThrow()).equals(decides(saved(twin, original)))) {
                assertRefused(twin, twin.sealedAnew(plan.orElseThrow()));
                tried++;
            }
            twin.repo.write(asItStands(), original);
            return tried;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static SavedPlan saved(OneKind<?, ?, ?> twin, Tree tree) throws IOException {
        return ((Reading.Value<Optional<SavedPlan>>) says(twin, tree)).value().orElseThrow();
    }

    /** What a plan is about, beside the times and the commit, which nobody but its seal vouches for. */
    private static List<Object> decides(SavedPlan saved) {
        var basis = saved.plan().basis();
        return List.of(saved.plan().sections(), saved.plan().host(), basis.only(), basis.undo(), basis.offline());
    }

    private static void assertRefused(OneKind<?, ?, ?> twin, Tree changed) throws IOException {
        var before = twin.live();
        twin.repo.write(asItStands(), changed);
        var verdict = assertInstanceOf(RunResult.Unfit.class, twin.apply(), changed::inline)
                .verdict();
        assertTrue(
                verdict instanceof CheckPlan.Verdict.Refused
                        || verdict instanceof CheckPlan.Verdict.Stale
                        || verdict instanceof CheckPlan.Verdict.Unreadable,
                () -> verdict + " for " + changed.inline());
        assertEquals(before, twin.live());
    }

    private static Reading<Optional<SavedPlan>> says(OneKind<?, ?, ?> twin, Tree tree) throws IOException {
        twin.repo.write(asItStands(), tree);
        return twin.savedPlan();
    }

    private static Document<Tree> asItStands() {
        return new Document<>(Layout.LATEST_PLAN, Shape.tree(), "");
    }
}
