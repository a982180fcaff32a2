package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.run.RunRecord.Begun;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.Formers;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.twin.Alone;
import dev.twinsync.flow.twin.Hands;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Draft;
import dev.twinsync.flow.view.Look;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finishes a run that was cut off. It was approved when it began, so nobody is asked again. */
public final class ResumeRun {

    private final Twin twin;

    public ResumeRun(Twin twin) {
        this.twin = twin;
    }

    public RunResult resume(Duration patience) throws IOException {
        return Alone.toAct(twin, patience, () -> check(patience));
    }

    private RunResult check(Duration patience) throws IOException {
        var open = OpenRun.of(twin.view());
        if (open.isEmpty()) {
            return new RunResult.NothingOpen();
        }
        if (open.get().reversing()) {
            return new RunResult.Refused("that apply is being taken back; finish that with: twin apply --rollback");
        }
        return switch (twin.view().survey().forPlan()) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> new RunResult.Unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> resume(open.get(), looks, patience);
        };
    }

    private RunResult resume(OpenRun open, List<Look<?, ?, ?>> looks, Duration patience) throws IOException {
        var ledger = Ledger.resume(twin, open);
        var obstacles = Stream.concat(
                        OpenRun.obstacles(twin.view(), open.undecided()),
                        rest(open, looks, ledger, List.of()).stream().flatMap(Draft::obstacles))
                .distinct()
                .toList();
        return new Elevating(twin, patience).run(obstacles, hands -> resume(open, looks, ledger, hands));
    }

    private RunResult resume(OpenRun open, List<Look<?, ?, ?>> looks, Ledger ledger, Hands hands) {
        var probes = new Probes(twin.view(), hands, ledger);
        probes.probe(open.undecided());
        if (!probes.unclear().isEmpty()) {
            return new RunResult.NeedsPerson(probes.unclear());
        }
        var stands = open.begun().plan().plan().basis().state().equals(MakePlan.digestOfWishes(looks));
        var begun = stands ? withoutTurnsThatCame(open) : withoutLater(open.begun(), ledger);
        return new Run(twin, begun, ledger).carryOut(rest(open, looks, ledger, probes.found()), hands);
    }

    /** A plugin whose turn had come decides nothing anew: what is there by now was not brought by an earlier stage. */
    private static Begun withoutTurnsThatCame(OpenRun open) {
        var came = open.transactions().stream()
                .filter(ResumeRun::isOfMainStage)
                .map(Section::plugin)
                .toList();
        var notThere = new HashMap<>(open.begun().notThere());
        notThere.keySet().removeAll(came);
        return open.begun().withNotThere(notThere);
    }

    private static boolean isOfMainStage(Section<?, ?, ?> section) {
        return section.actions().stream()
                .anyMatch(planned -> planned.action().stage() == section.kind().stage());
    }

    /** Nobody approved of what {@code state/} says by now, so nothing is decided anew on it. */
    private static Begun withoutLater(Begun begun, Ledger ledger) {
        for (Section<?, ?, ?> section : begun.part()) {
            section.later()
                    .forEach(step -> ledger.record(
                            section.plugin() + "/later/" + step.key(),
                            new Outcome.Skipped("state/ was changed since; run: twin plan")));
        }
        return begun.withNotThere(Map.of());
    }

    /** @param now what things that were being changed are by now */
    private static List<Draft<?, ?, ?>> rest(
            OpenRun open, List<Look<?, ?, ?>> looks, Ledger ledger, List<Former<?, ?, ?>> now) {
        var known = Formers.of(now).and(open.lastFound()).all();
        return looks.stream()
                .<Draft<?, ?, ?>>map(look -> rest(look, open.begun().part(), ledger, known))
                .toList();
    }

    /** What was approved and has not ended, each action with what its thing is known to be by now. */
    private static <D extends Keyed, L extends Keyed, A extends Action> Draft<D, L, A> rest(
            Look<D, L, A> look, List<Section<?, ?, ?>> part, Ledger ledger, List<Former<?, ?, ?>> known) {
        var section = look.plugin().sectionOf(part);
        var found = look.plugin().formerOf(known).things();
        var alongside = section.alongside(); // also what is named beside an action that ended without it
        var actions = section.actions().stream()
                .filter(planned -> !ledger.knows(section.id(planned.action())))
                .map(planned -> found.containsKey(planned.action().key())
                        ? planned.withSeen(found.get(planned.action().key()))
                        : planned)
                .map(planned -> planned.withEffects(List.copyOf(alongside.get(section.id(planned.action())))))
                .toList();
        return new Draft<>(
                look, new Section<>(section.plugin(), section.kind(), actions, section.blocked(), section.later()));
    }
}
