package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.run.RunRecord.Intended;
import dev.twinsync.flow.plan.FormerWishes;
import dev.twinsync.flow.plan.Formers;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.twin.Hands;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Draft;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Does what brings back what was there before a run, and says of each of its actions whether that worked. */
final class TakingBack {

    private final Twin twin;
    private final OpenRun open;
    private final Hands hands;
    private final Ledger ledger;
    private final Formers lost = new Formers();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    /** Why what is to come back was not even tried, by thing. */
    private final Map<String, String> blocked = new HashMap<>();

    TakingBack(Twin twin, OpenRun open, Hands hands) throws IOException {
        this.twin = twin;
        this.open = open;
        this.hands = hands;
        this.ledger = Ledger.reverse(twin);
    }

    RunResult carryOut(List<Draft<?, ?, ?>> drafts) throws IOException {
        var run = new Run(twin, open.begun().withNotThere(Run.notThere(drafts)), ledger);
        run.stages(drafts, hands);
        drafts.forEach(draft -> keepBlocked(draft.section()));
        twin.view().plugins().forEach(this::compare);
        var past = run.past(results(), lost.all());
        if (ledger.fault().isPresent()) {
            return new RunResult.CutOff(past, ledger.fault().get(), Optional.empty());
        }
        run.close(past);
        return new RunResult.TakenBack(past, open.begun().history(), reasons.isEmpty());
    }

    private void keepBlocked(Section<?, ?, ?> section) {
        section.blocked().forEach(step -> blocked.put(FormerWishes.thing(section.plugin(), step.key()), step.reason()));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> void compare(Plugin<D, L, A> plugin) {
        var before = plugin.formerOf(open.before());
        if (!before.things().isEmpty()) {
            switch (hands.backend(plugin).observe(new Scope.Only(before.things().keySet()))) {
                case Observation.Unavailable<L>(var reason) ->
                    before.things().keySet().forEach(key -> lose(before, key, reason));
                case Observation.Seen<L> seen ->
                    before.things().forEach((key, was) -> compare(plugin, before, key, was, seen));
            }
        }
    }

    private <D extends Keyed, L extends Keyed, A extends Action> void compare(
            Plugin<D, L, A> plugin, Former<D, L, A> before, String key, Optional<L> was, Observation.Seen<L> seen) {
        var found = seen.find(key);
        var gap = seen.gapOver(key);
        if (gap.isPresent()) {
            lose(before, key, gap.get().reason());
        } else if (!found.equals(was) && !plugin.kind().fulfils(was, found)) {
            lose(
                    before,
                    key,
                    ledger.explanation(plugin.name(), key)
                            .or(() -> Optional.ofNullable(blocked.get(FormerWishes.thing(plugin.name(), key))))
                            .orElseGet(() -> "what is there is "
                                    + found.map(thing -> plugin.kind()
                                                    .live()
                                                    .write(thing)
                                                    .inline())
                                            .orElse("absent")));
        }
    }

    private <D extends Keyed, L extends Keyed, A extends Action> void lose(
            Former<D, L, A> before, String key, String reason) {
        lost.add(Former.ofOne(
                before.plugin(), before.kind(), key, before.things().get(key)));
        reasons.put(FormerWishes.thing(before.plugin(), key), reason);
    }

    /** Of what was begun, whether it is undone; of the rest, what was said of it. */
    private List<ActionResult> results() {
        var results = new LinkedHashMap<String, ActionResult>();
        open.begun()
                .part()
                .forEach(section -> section.actions().forEach(planned -> {
                    var id = section.id(planned.action());
                    results.put(id, new ActionResult(id, new Outcome.NotAttempted(), 0, Optional.empty()));
                }));
        open.settled().forEach((id, end) -> results.put(id, end.result()));
        open.intended().forEach(intent -> undone(intent).forEach(result -> results.put(result.id(), result)));
        return new ArrayList<>(results.values());
    }

    private List<ActionResult> undone(Intended intended) {
        var section = intended.transaction();
        return section.actions().stream()
                .map(PlannedAction::action)
                .map(action -> undone(section.id(action), why(section, action, intended.before())))
                .toList();
    }

    /** Why it is not undone, or what came along with it is not: what an action did is taken back only when that is gone too. */
    private Optional<String> why(Section<?, ?, ?> section, Action action, Former<?, ?, ?> before) {
        var named = section.actions().stream()
                .map(planned -> planned.action().key())
                .collect(Collectors.toSet());
        return reason(section, action.key())
                .or(() -> before.things().keySet().stream()
                        .filter(key -> !named.contains(key))
                        .flatMap(key -> reason(section, key).map(reason -> named(key, reason)).stream())
                        .findFirst());
    }

    private Optional<String> reason(Section<?, ?, ?> section, String key) {
        return Optional.ofNullable(reasons.get(FormerWishes.thing(section.plugin(), key)));
    }

    private static String named(String key, String reason) {
        return reason.startsWith(key) ? reason : key + ": " + reason;
    }

    private ActionResult undone(String id, Optional<String> why) {
        var said = Optional.ofNullable(open.settled().get(id))
                .flatMap(end -> end.result().said());
        var outcome = why.<Outcome>map(Outcome.RollbackFailed::new).orElseGet(Outcome.RolledBack::new);
        return new ActionResult(id, outcome, 0, said);
    }
}
