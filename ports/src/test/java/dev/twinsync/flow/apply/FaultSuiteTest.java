package dev.twinsync.flow.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.KindLaws.Case;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.containers.ContainersTest;
import dev.twinsync.domain.cron.CronTest;
import dev.twinsync.domain.desktop.DesktopTest;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FilesTest;
import dev.twinsync.domain.homeassistant.HomeAssistantConfigTest;
import dev.twinsync.domain.network.NetworkTest;
import dev.twinsync.domain.packages.PackagesTest;
import dev.twinsync.domain.services.ServicesTest;
import dev.twinsync.domain.supervisor.SupervisorTest;
import dev.twinsync.domain.timers.TimersTest;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.port.SelfReverting;
import dev.twinsync.port.SimulatedJournal.Fault;
import dev.twinsync.port.SimulatedJournal.Moment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Something comes in between at every boundary of a run: a kill, a fault of twin, a full disk, a broken disk, at every write of
 * the journal before and after it lands, and before, within and after every transaction. Afterwards the machine is as before,
 * as after, or as after the first of its actions, and finishing the run makes it what an undisturbed run makes it. So it is also where
 * a component takes back by itself what is not kept in time.
 */
class FaultSuiteTest {

    private static final int PLANS = 8;
    /** Of four kinds. */
    private static final int AT_LEAST = 1_000 / 4;

    /** Stands for SIGKILL: nothing catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private enum Trouble {
        KILL(() -> {
            throw new Killed();
        }),
        FAULT_OF_TWIN(() -> {
            throw new IllegalStateException("a fault");
        }),
        FULL_DISK(Fault.FULL_DISK),
        BROKEN_DISK(() -> {
            throw new IOException("Input/output error");
        });

        private final Fault fault;

        Trouble(Fault fault) {
            this.fault = fault;
        }

        /** What a backend makes of it: what the disk says it says too. */
        String strike() {
            try {
                fault.strike();
                throw new AssertionError("must have thrown");
            } catch (IOException broken) {
                return broken.getMessage();
            }
        }
    }

    /** One way to disturb a run. */
    private record Disturbance(String name, Function<OneKind<?, ?, ?>, OneKind<?, ?, ?>> arrange) {}

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(new PackagesTest(), true, false),
                Arguments.of(new FilesTest(), false, false),
                Arguments.of(new ServicesTest(), false, false),
                Arguments.of(new ContainersTest(), false, false),
                Arguments.of(new SupervisorTest(), false, false),
                Arguments.of(new HomeAssistantConfigTest(), true, false),
                Arguments.of(new CronTest(), true, false),
                Arguments.of(new TimersTest(), false, false),
                Arguments.of(new DesktopTest(), true, false),
                Arguments.of(new ServicesTest(), false, true),
                Arguments.of(new CronTest(), true, true),
                Arguments.of(new NetworkTest(), true, true));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <D extends Keyed, L extends Keyed, A extends Action> void whatever_comes_in_between_resume_ends_where_nothing_came(
            KindLaws<D, L, A> laws, boolean allAtOnce, boolean onProbation) {
        var cases = new AtomicInteger();
        Property.forSome(PLANS, laws.casesWithActions(), example -> {
            var undisturbed = new Undisturbed<>(laws.kindUnderTest(), example, allAtOnce, onProbation);
            for (Disturbance disturbance : undisturbed.disturbances()) {
                undisturbed.resumed(disturbance);
                undisturbed.rolledBack(disturbance);
                cases.addAndGet(2);
            }
        });
        assertTrue(cases.get() >= AT_LEAST, () -> "only " + cases + " cases");
    }

    /** A run to which nothing happens, and what it is compared with. */
    private static final class Undisturbed<D extends Keyed, L extends Keyed, A extends Action> {

        private final Kind<D, L, A> kind;
        private final Case<D, L> example;
        private final boolean allAtOnce;
        private final boolean onProbation;
        private final List<List<L>> states = new ArrayList<>();
        private final List<A> actions;
        private final int writes;

        Undisturbed(Kind<D, L, A> kind, Case<D, L> example, boolean allAtOnce, boolean onProbation) {
            this.kind = kind;
            this.example = example;
            this.allAtOnce = allAtOnce;
            this.onProbation = onProbation;
            var run = fresh();
            run.plan();
            run(run);
            actions = run.machine.done();
            writes = run.journal.writes();
            var again = fresh();
            states.add(again.live());
            for (A action : actions) {
                again.machine.apply(List.of(action), (_, _) -> {});
                states.add(again.live());
            }
            assertEquals(states.getLast(), run.live());
            assertEquals(0, run.plan().actionCount(), "of one apply nothing is left to do");
        }

        private OneKind<D, L, A> fresh() {
            return new OneKind<>(kind, example, allAtOnce, onProbation);
        }

        List<Disturbance> disturbances() {
            var all = new ArrayList<Disturbance>();
            for (Trouble trouble : Trouble.values()) {
                for (int write = 1; write <= writes; write++) {
                    for (Moment moment : Moment.values()) {
                        int number = write;
                        all.add(new Disturbance(trouble + " at write " + write + " " + moment, twin -> {
                            twin.journal.failAt(number, moment, trouble.fault);
                            return twin;
                        }));
                    }
                }
                for (int done = 0; done < actions.size(); done++) {
                    int number = done;
                    all.add(new Disturbance(trouble + " after " + done + " actions", twin -> {
                        twin.machine.breakAfter(number, trouble::strike);
                        return twin;
                    }));
                }
            }
            return all;
        }

        private OneKind<D, L, A> disturbed(Disturbance disturbance) {
            var twin = fresh();
            twin.plan();
            disturbance.arrange().apply(twin);
            run(twin);
            twin.afterKill();
            assertTrue(
                    states.contains(twin.live()),
                    () -> disturbance.name() + ": " + twin.live() + " is none of " + states);
            assertEverythingTouchedIsKnown(twin, disturbance);
            return twin;
        }

        /** Rule of the journal: nothing is different from before that it does not tell of. */
        private void assertEverythingTouchedIsKnown(OneKind<D, L, A> twin, Disturbance disturbance) {
            var told = open(twin)
                    .map(run -> run.before().stream()
                            .flatMap(former -> former.things().keySet().stream())
                            .collect(Collectors.toSet()));
            if (told.isPresent()) {
                var before = states.getFirst();
                twin.live().stream()
                        .filter(thing -> !before.contains(thing))
                        .forEach(thing -> assertTrue(
                                told.get().contains(thing.key()),
                                () -> disturbance.name() + ": the journal does not know " + thing));
            }
        }

        void resumed(Disturbance disturbance) {
            var twin = disturbed(disturbance);
            twin.ticker.pause(SelfReverting.TIME);
            finish(twin, disturbance);
            assertEquals(Optional.empty(), open(twin), disturbance::name);
            assertEquals(states.getLast(), twin.live(), disturbance::name);
            assertEquals(0, twin.plan().actionCount(), disturbance::name);
        }

        /** As a person would: finish what is open; where something failed or nothing had begun, plan and apply. */
        private void finish(OneKind<D, L, A> twin, Disturbance disturbance) {
            for (int tries = 0; open(twin).isPresent(); tries++) {
                assertTrue(tries < 2, () -> disturbance.name() + ": it cannot be finished");
                SimulatedTwin.unfit(CheckPlan.Verdict.Open.class, attempt(twin::apply));
                assertInstanceOf(RunResult.Finished.class, attempt(twin::resume), disturbance::name);
            }
            if (twin.plan().actionCount() > 0) {
                assertInstanceOf(RunResult.Finished.class, attempt(twin::apply), disturbance::name);
            }
        }

        void rolledBack(Disturbance disturbance) {
            var twin = disturbed(disturbance);
            if (open(twin).isPresent()) {
                var result = assertInstanceOf(RunResult.TakenBack.class, attempt(twin::rollBack), disturbance::name);
                assertEquals(Optional.empty(), open(twin), disturbance::name);
                if (result.complete()) {
                    assertBefore(twin, disturbance);
                } else {
                    assertTrue(isHardToTakeBack() || isBlockedOnTheWayBack(twin), () -> disturbance.name() + result);
                }
            }
        }

        private void assertBefore(OneKind<D, L, A> twin, Disturbance disturbance) {
            var now = twin.live();
            for (L was : states.getFirst()) {
                var found = now.stream()
                        .filter(thing -> thing.key().equals(was.key()))
                        .findFirst();
                assertTrue(
                        found.equals(Optional.of(was)) || kind.fulfils(Optional.of(was), found),
                        () -> disturbance.name() + ": " + found + " was " + was);
            }
        }

        /**
         * Whether anything was planned that the kind itself says cannot be taken back exactly. Of a file, what live/ tells of it
         * always can.
         */
        private boolean isHardToTakeBack() {
            return actions.stream()
                    .anyMatch(action -> action.undo() != Action.Undo.EXACT && !(action instanceof FileAction));
        }

        /** Whether the planner itself says that what was made must not be taken away: the accounts, say. */
        private boolean isBlockedOnTheWayBack(OneKind<D, L, A> twin) {
            var made = twin.live().stream()
                    .map(Keyed::key)
                    .filter(key -> states.getFirst().stream()
                            .noneMatch(was -> was.key().equals(key)));
            var wishes = Stream.concat(
                            states.getFirst().stream().map(kind::adopt),
                            made.map(kind::absent).flatMap(Optional::stream))
                    .toList();
            return kind.plan(wishes, new Observation.Seen<>(twin.live())).stream()
                    .anyMatch(Step.Blocked.class::isInstance);
        }

        @FunctionalInterface
        private interface Flow {
            RunResult run() throws IOException;
        }

        private static RunResult attempt(Flow flow) {
            try {
                return flow.run();
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        }

        /** What comes in between may end the process, or be told. */
        private void run(OneKind<D, L, A> twin) {
            try {
                twin.apply();
            } catch (Killed | IllegalStateException | IOException _) {
                // the next step shows what is left
            }
        }

        private Optional<OpenRun> open(OneKind<D, L, A> twin) {
            try {
                return twin.open();
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        }
    }
}
