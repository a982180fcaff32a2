package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws.Case;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.run.Leeway;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.content.KeptContents;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.flow.twin.Logging;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.SavePlan;
import dev.twinsync.flow.twin.Trials;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Fingerprint;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.View;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Breakable;
import dev.twinsync.port.Confirmation;
import dev.twinsync.port.Elevation;
import dev.twinsync.port.Narration;
import dev.twinsync.port.OwnerNote;
import dev.twinsync.port.Probation;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SelfReverting;
import dev.twinsync.port.SimulatedJournal;
import dev.twinsync.port.SimulatedLock;
import dev.twinsync.port.SimulatedRepo;
import dev.twinsync.port.SimulatedTicker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine with things of one kind only, its repository with what is wished of them, and a person who says yes. */
final class OneKind<D extends Keyed, L extends Keyed, A extends Action> {

    private static final Confirmation YES = new Confirmation() {
        @Override
        public Answer approve(Plan plan) {
            return Answer.YES;
        }

        @Override
        public Answer approveDestructive(List<String> actions) {
            return Answer.YES;
        }
    };

    final Breakable<D, L, A> machine;
    final SimulatedTicker ticker = new SimulatedTicker();
    final SimulatedBoundary boundary = new SimulatedBoundary();
    boolean keepGoing;
    Probation probation = Probation.UNASKED;
    private final Backend<L, A> backend;
    final SimulatedJournal journal = new SimulatedJournal();
    final SimulatedRepo repo = new SimulatedRepo();
    private final SimulatedLock lock = new SimulatedLock();
    private final Kind<D, L, A> kind;

    OneKind(Kind<D, L, A> kind, Case<D, L> example, boolean allAtOnce) {
        this(kind, example, allAtOnce, false);
    }

    /** @param onProbation whether what is changed is taken back by itself unless it is kept */
    OneKind(Kind<D, L, A> kind, Case<D, L> example, boolean allAtOnce, boolean onProbation) {
        this.kind = kind;
        machine = new Breakable<>(kind, example.live(), allAtOnce);
        backend = onProbation ? new SelfReverting<>(machine, ticker, boundary::pass) : machine;
        journal.between(boundary::pass);
        try {
            repo.create(Map.of("config.yaml", "".getBytes(StandardCharsets.UTF_8)));
            repo.write(Layout.desired(kind), example.desired());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Twin twin() {
        var equipped =
                List.<Equipped<?, ?, ?>>of(Equipped.of(kind.name() + ".simulated", kind, backend, KeptContents.none()));
        var view = new View(
                repo,
                equipped.stream().<Plugin<?, ?, ?>>map(Equipped::plugin).toList(),
                List.of(),
                journal,
                Optional.empty(),
                Optional.of(SimulatedTwin.HOST),
                () -> SimulatedTwin.START,
                Narration.SILENT);
        return new Twin(
                view,
                repo,
                equipped,
                Logging.NONE,
                SimulatedTwin.REDACTION,
                journal,
                lock,
                Elevation.none("not here"),
                new NobodyStops(),
                new Trials(ticker, this::decide),
                OwnerNote.NONE);
    }

    /** There are moments before and after the decision. */
    private Probation.Verdict decide(Probation.Trial trial) {
        boundary.pass();
        var verdict = probation.of(trial);
        boundary.pass();
        return verdict;
    }

    List<L> live() {
        return switch (machine.observe(Scope.everything())) {
            case Observation.Seen<L>(var live, var _) -> live;
            case Observation.Unavailable<L>(var reason) -> throw new AssertionError(reason);
        };
    }

    /** A plan of what is wished, saved. */
    Plan plan() {
        try {
            return switch (twin().view().survey().ofMachine()) {
                case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                    var plan =
                            MakePlan.ofState(twin().view(), false).plan(looks, Selection.EVERYTHING, Optional.empty());
                    yield new SavePlan(twin()).save(plan, Duration.ofHours(1)).plan();
                }
                case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> throw new AssertionError(problems);
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Reading<Optional<SavedPlan>> savedPlan() throws IOException {
        return repo.read(Layout.latestPlan(twin().view()));
    }

    /** The document of a plan, with an id and a seal that fit what it says. */
    Tree sealedAnew(SavedPlan plan) {
        var view = twin().view();
        var id = Fingerprint.ofPlan(view, plan.plan());
        var unsealed = new SavedPlan(id, plan.createdAt(), plan.expiresAt(), plan.plan(), id);
        var sealed =
                new SavedPlan(id, plan.createdAt(), plan.expiresAt(), plan.plan(), Fingerprint.sealOf(view, unsealed));
        return Layout.latestPlan(view).shape().write(sealed);
    }

    RunResult apply() throws IOException {
        return new ApplyPlan(twin(), YES)
                .apply(new ApplyOptions(Selection.EVERYTHING, Leeway.EVERYTHING, keepGoing, Duration.ZERO));
    }

    RunResult resume() throws IOException {
        return new ResumeRun(twin()).resume(Duration.ZERO);
    }

    RunResult rollBack() throws IOException {
        return new RollBackRun(twin(), YES).rollBack(Duration.ZERO, true);
    }

    Optional<OpenRun> open() throws IOException {
        return OpenRun.of(twin().view());
    }

    /** The process that had it was killed: the kernel takes the lock back. */
    void afterKill() {
        lock.heldByAnother(false);
    }
}
