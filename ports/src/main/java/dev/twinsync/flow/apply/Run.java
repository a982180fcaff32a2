package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.run.RunRecord.Begun;
import dev.twinsync.flow.plan.Memory;
import dev.twinsync.flow.twin.Hands;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Draft;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries out what was begun, stage by stage, and writes down what came of it. */
final class Run {

    private final Twin twin;
    private final Begun begun;
    private final Ledger ledger;

    Run(Twin twin, Begun begun, Ledger ledger) {
        this.twin = twin;
        this.begun = begun;
        this.ledger = ledger;
    }

    RunResult carryOut(List<Draft<?, ?, ?>> drafts, Hands hands) {
        Optional<RuntimeException> ofTwin = Optional.empty();
        try {
            stages(drafts, hands);
        } catch (RuntimeException fault) {
            ledger.breakOff(fault);
            ofTwin = Optional.of(fault);
        }
        return end(ofTwin);
    }

    /** By plugin, the keys of what is wished for and not there yet: an earlier stage may bring it. */
    static Map<String, List<String>> notThere(List<Draft<?, ?, ?>> drafts) {
        return drafts.stream()
                .filter(draft -> !draft.notThereYet().isEmpty())
                .collect(Collectors.toMap(
                        draft -> draft.look().plugin().name(),
                        draft -> draft.notThereYet().stream().sorted().toList()));
    }

    /** Removals and stops go first and in reverse: a service is stopped before its files go. */
    void stages(List<Draft<?, ?, ?>> drafts, Hands hands) {
        var rounds = drafts.stream()
                .<Round<?, ?, ?>>map(draft -> round(draft, hands))
                .toList();
        Stream.of(Action.Stage.values()).forEach(stage -> {
            var order = stage == Action.Stage.REMOVALS ? rounds.reversed() : rounds;
            order.forEach(round -> round.perform(stage));
        });
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Round<D, L, A> round(
            Draft<D, L, A> draft, Hands hands) {
        var plugin = draft.look().plugin();
        var notThere = Set.copyOf(begun.notThere().getOrDefault(plugin.name(), List.of()));
        return new Round<>(draft, hands.backend(plugin), ledger, notThere, begun.leeway());
    }

    private RunResult end(Optional<RuntimeException> ofTwin) {
        var past = past(ledger.results(), ledger.before());
        if (ledger.fault().isPresent()) {
            return new RunResult.CutOff(past, ledger.fault().get(), ofTwin);
        }
        try {
            close(past);
            return new RunResult.Finished(past, begun.history(), twin.stop().isRaised());
        } catch (IOException broken) {
            return new RunResult.CutOff(past, broken.getMessage(), ofTwin);
        }
    }

    PastPlan past(List<ActionResult> results, List<Former<?, ?, ?>> before) {
        return new PastPlan(begun.startedAt(), twin.view().now(), results, before, begun.plan());
    }

    /** First the records, then the journal: whatever comes in between finds either the run open or all of it recorded. */
    void close(PastPlan past) throws IOException {
        twin.records().after(past, begun.history());
        twin.journal().close(Memory.of(begun.plan()));
    }
}
