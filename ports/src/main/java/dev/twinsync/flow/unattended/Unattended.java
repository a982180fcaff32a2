package dev.twinsync.flow.unattended;

import dev.twinsync.domain.policy.UnattendedPolicy;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.plan.Status;
import dev.twinsync.flow.remote.Restraint;
import dev.twinsync.flow.twin.Alone;
import dev.twinsync.flow.twin.Snapshot;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.UnreadDocuments;
import dev.twinsync.port.PulledNotes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What happens by the clock: a snapshot, a look at what is not as wished, what the policy allows to be done about it, and a word
 * to a person where there is something new to say.
 */
public final class Unattended {

    /** Enough for a snapshot that a person takes, for the clock may come again in a day only; an apply is not waited for to its end. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Twin twin;
    private final UnattendedPolicy policy;
    private final Restraint restraint;
    private final PulledNotes notes;
    private final Duration planValidity;

    /**
     * @param restraint by which the plugins of the twin are held back
     * @param notes from which that knows what came by a pull
     */
    public Unattended(
            Twin twin, UnattendedPolicy policy, Restraint restraint, PulledNotes notes, Duration planValidity) {
        this.twin = twin;
        this.policy = policy;
        this.restraint = restraint;
        this.notes = notes;
        this.planValidity = planValidity;
    }

    /** How it ended. */
    public sealed interface Result {

        /** Somebody else is at work on this machine, so that there is nothing to do just now. @param brought by a pull before */
        record Busy(String holder, Brought brought) implements Result {}

        /**
         * @param told whether somebody was told: what was told before is not told again
         * @param unheard why it did not get through, so that it is told again the next time; empty: nothing stood in the way
         */
        record Ran(Findings findings, boolean told, Optional<String> unheard) implements Result {}
    }

    /** What becomes of the commits. It says what went wrong, if something did. */
    @FunctionalInterface
    public interface Sharing {
        Optional<String> push() throws IOException;
    }

    /**
     * @param brought before this twin was put together, since it may change how it works
     * @param sharing where commits go; empty: they stay here
     */
    public Result run(Brought brought, Optional<Sharing> sharing, Word word) throws IOException {
        var looked = new Looked(brought);
        Alone.Work<Optional<String>> look = () -> {
            looked.look();
            return Optional.empty();
        };
        var busy = twin.alone().run(PATIENCE, look, Optional::of);
        if (busy.isPresent()) {
            return new Result.Busy(busy.get(), brought);
        }
        looked.act();
        sharing.ifPresent(looked::share);
        return word.tell(looked.findings(), twin.repo().root().toString());
    }

    /** What was found so far. */
    private final class Looked {
        private List<String> drift = List.of();
        private final List<String> done;
        private final Set<String> faults;
        private Optional<String> commit = Optional.empty();

        Looked(Brought brought) {
            done = new ArrayList<>(brought.done());
            faults = new LinkedHashSet<>(brought.faults());
        }

        Findings findings() {
            return new Findings(drift, done, List.copyOf(faults), commit);
        }

        void look() {
            try {
                if (OpenRun.of(twin.view()).isPresent()) {
                    faults.add(
                            "an apply was cut off; finish it with: twin apply --resume, or take it back with: twin apply"
                                    + " --rollback");
                    return;
                }
                snapshot();
            } catch (IOException fault) {
                faults.add(String.valueOf(fault.getMessage()));
            }
        }

        private void snapshot() throws IOException {
            switch (new Snapshot(twin).whileAlone()) {
                case Snapshot.Result.Unreadable(var problems) -> unreadable(problems);
                case Snapshot.Result.Taken(var _, var _, var made, var unpacked) -> {
                    commit = made;
                    unpacked.ifPresent(faults::add);
                    unreadable(UnreadDocuments.of(twin.view()));
                    measure();
                }
            }
        }

        private void unreadable(List<Problem> problems) {
            problems.forEach(problem -> faults.add(problem.toString()));
        }

        /** As {@code twin status} counts: what a snapshot sees does not say what failed and must notice something. */
        private void measure() throws IOException {
            var looks = twin.view().survey().forStatus(Selection.EVERYTHING);
            switch (new Status(twin.view()).foreseen(looks, Selection.EVERYTHING)) {
                case Reading.Wrong<Status.Report>(var problems) -> unreadable(problems);
                case Reading.Value<Status.Report>(var report) -> drift = Findings.thingsOf(report.sections());
            }
        }

        void act() {
            if (drift.isEmpty() || policy.apply().isEmpty()) {
                return;
            }
            try {
                if (new AllowedActions(twin, policy, restraint, notes, planValidity).carryOut(done, faults)) {
                    measure();
                }
            } catch (IOException fault) {
                faults.add(String.valueOf(fault.getMessage()));
            }
        }

        void share(Sharing sharing) {
            try {
                sharing.push().ifPresent(faults::add);
            } catch (IOException fault) {
                faults.add("nothing was pushed: " + fault.getMessage());
            }
        }
    }
}
