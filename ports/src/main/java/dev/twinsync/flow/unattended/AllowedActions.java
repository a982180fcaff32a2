package dev.twinsync.flow.unattended;

import dev.twinsync.domain.Action.Risk;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.policy.UnattendedPolicy;
import dev.twinsync.domain.run.Leeway;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.apply.ApplyOptions;
import dev.twinsync.flow.apply.ApplyPlan;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.plan.Validity;
import dev.twinsync.flow.remote.Restraint;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.SavePlan;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Fingerprint;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.PulledNotes;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Carries out the part of a plan that its owner's policy names, if nothing in it is worse than a low risk and nothing is taken
 * away by it. What came by a pull is not done either, unless that policy says so. A plan that waits for a person is not put aside for
 * that.
 *
 * @param restraint knows what came by a pull
 * @param notes of what came by one, as they are now
 */
record AllowedActions(
        Twin twin, UnattendedPolicy policy, Restraint restraint, PulledNotes notes, Duration planValidity) {

    private static final String NOT = "not applied by itself: ";

    /** What was done, or why nothing was, comes to the lists. @return whether anything may have changed */
    boolean carryOut(List<String> done, Collection<String> faults) throws IOException {
        var inUse = twin.view().plugins().stream().map(Plugin::name).toList();
        var allowed = policy.apply().stream().filter(inUse::contains).toList();
        if (allowed.isEmpty()) {
            return false;
        }
        return switch (twin.view().wholeSurvey().forPlan()) {
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> carryOut(looks, new Selection(allowed), done, faults);
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> {
                problems.forEach(problem -> faults.add(problem.toString()));
                yield false;
            }
        };
    }

    private boolean carryOut(
            List<Look<?, ?, ?>> looks, Selection selection, List<String> done, Collection<String> faults)
            throws IOException {
        var plan = MakePlan.ofState(twin.view(), false)
                .plan(looks, selection, twin.repo().head());
        if (plan.asksForNothing()) {
            return false;
        }
        var objection = objection(plan, looks);
        if (objection.isPresent()) {
            done.add(NOT + objection.get());
            return false;
        }
        new SavePlan(twin).save(plan, planValidity);
        return apply(new Policed(plan, restraint, notes), done, faults);
    }

    private Optional<String> objection(Plan plan, List<Look<?, ?, ?>> looks) throws IOException {
        if (plan.risk() != Risk.LOW) {
            return Optional.of("what is to be done has more than a low risk");
        }
        if (plan.sections().stream()
                .flatMap(section -> section.actions().stream())
                .anyMatch(planned -> planned.action().takesAway())) {
            return Optional.of("something would be taken away");
        }
        var pulled = policy.pulled() ? List.<String>of() : pulled(plan, looks);
        if (!pulled.isEmpty()) {
            return Optional.of("twin pull brought it, and unattended.pulled of the policy is not true: "
                    + String.join(", ", pulled) + "; if you agree to it: twin approve");
        }
        return isAnotherWaiting(plan) ? Optional.of("another plan waits for a person") : Optional.empty();
    }

    /** What the plan is about that came by a pull, as {@code packages:htop}. */
    private List<String> pulled(Plan plan, List<Look<?, ?, ?>> looks) {
        return looks.stream()
                .flatMap(look -> plan.sections().stream()
                        .filter(section -> section.plugin().equals(look.plugin().name()))
                        .flatMap(section -> pulled(section, restraint.pulled(look))))
                .toList();
    }

    private static Stream<String> pulled(Section<?, ?, ?> section, Set<String> keys) {
        return Stream.concat(
                        section.actions().stream()
                                .map(planned -> planned.action().key()),
                        section.later().stream().map(Step.Later::key))
                .distinct()
                .filter(keys::contains)
                .map(key -> section.kind().name() + ":" + key);
    }

    private boolean isAnotherWaiting(Plan plan) throws IOException {
        var validity = Validity.of(twin.view());
        return twin.repo().read(Layout.latestPlan(twin.view())) instanceof Reading.Value<Optional<SavedPlan>>(var saved)
                && saved.filter(waiting -> waiting.seal().equals(Fingerprint.sealOf(twin.view(), waiting)))
                        .filter(waiting -> !waiting.plan().sections().equals(plan.sections()))
                        .filter(waiting -> validity.objection(waiting).isEmpty())
                        .isPresent();
    }

    private boolean apply(Policed policed, List<String> done, Collection<String> faults) throws IOException {
        var options = new ApplyOptions(Selection.EVERYTHING, Leeway.HARMLESS, false, Unattended.PATIENCE);
        return switch (new ApplyPlan(twin, policed).apply(options)) {
            case RunResult.Finished finished -> {
                done.add("applied by itself: " + finished.past().results().size() + " of what the policy allows; see "
                        + finished.history());
                if (!finished.succeeded()) {
                    faults.add("not all of what was applied by itself succeeded");
                }
                yield true;
            }
            case RunResult.Locked(var holder) -> {
                done.add(NOT + holder + " is at work");
                yield false;
            }
            case RunResult.NotPermitted(var obstacles) -> {
                obstacles.forEach(obstacle -> done.add(NOT + obstacle));
                yield false;
            }
            case RunResult.Refused(var reason) -> {
                done.add(NOT + reason);
                yield false;
            }
            case RunResult.CutOff(var _, var reason, var _) -> {
                faults.add("the apply was cut off: " + reason);
                yield true;
            }
            case RunResult.TakenBack(var _, var history, var _) -> {
                done.add("applied by itself and taken back; see " + history);
                faults.add("what was applied by itself was taken back");
                yield true;
            }
            case RunResult.NeedsPerson(var reasons) -> {
                faults.addAll(reasons);
                yield true;
            }
            case RunResult.Unfit _, RunResult.Unreadable _ -> {
                done.add(NOT + "the machine or the wish changed meanwhile");
                yield false;
            }
            case RunResult.Declined _, RunResult.NobodyToAsk _, RunResult.NothingOpen _ -> {
                done.add(NOT + "another plan was made meanwhile, or twin pull brought something");
                yield false;
            }
        };
    }
}
