package dev.twinsync.flow.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.run.RunRecord;
import dev.twinsync.domain.run.RunRecord.Begun;
import dev.twinsync.domain.run.RunRecord.Intended;
import dev.twinsync.domain.run.RunRecord.Reversing;
import dev.twinsync.domain.run.RunRecord.Settled;
import dev.twinsync.domain.run.RunRecordShape;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.View;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run that was cut off, as its journal tells it.
 *
 * @param settled how its actions ended, by id; of an action tried twice, the last
 * @param intended every transaction of it that was begun, in order
 * @param reversed what was begun in order to take it back; empty: it was not being taken back
 */
public record OpenRun(
        Begun begun, Map<String, Settled> settled, List<Intended> intended, Optional<List<Intended>> reversed) {

    public OpenRun {
        settled = new LinkedHashMap<>(settled);
        intended = List.copyOf(intended);
        reversed = reversed.map(List::copyOf);
    }

    /** Empty where no run is open. */
    public static Optional<OpenRun> of(View view) throws IOException {
        var records = records(view);
        if (records.isEmpty()) {
            return Optional.empty();
        }
        if (!(records.getFirst() instanceof Begun begun)) {
            throw new UnreadableRun("the journal of the last apply does not begin with its beginning");
        }
        int reversing = records.indexOf(
                records.stream().filter(Reversing.class::isInstance).findFirst().orElse(begun));
        var forth = reversing == 0 ? records : records.subList(0, reversing);
        var back = reversing == 0
                ? Optional.<List<Intended>>empty()
                : Optional.of(intended(records.subList(reversing, records.size())));
        return Optional.of(new OpenRun(latest(forth, begun), settled(forth), intended(forth), back));
    }

    /** What is to be done by now: it is written again whenever a plugin's part was planned again. */
    private static Begun latest(List<RunRecord> records, Begun first) {
        return records.stream()
                .filter(Begun.class::isInstance)
                .map(Begun.class::cast)
                .reduce(first, (_, later) -> later);
    }

    private static List<Intended> intended(List<RunRecord> records) {
        return records.stream()
                .filter(Intended.class::isInstance)
                .map(Intended.class::cast)
                .toList();
    }

    private static Map<String, Settled> settled(List<RunRecord> records) {
        var settled = new LinkedHashMap<String, Settled>();
        records.stream()
                .filter(Settled.class::isInstance)
                .map(Settled.class::cast)
                .forEach(end -> settled.put(end.result().id(), end));
        return settled;
    }

    /** Whether it was being taken back. */
    public boolean reversing() {
        return reversed.isPresent();
    }

    private static List<RunRecord> records(View view) throws IOException {
        var open = UnreadableRun.records(view.runs());
        if (open.isEmpty()) {
            return List.of();
        }
        var shape = RunRecordShape.of(view.kinds());
        var records = new ArrayList<RunRecord>();
        for (Tree tree : open) {
            records.add(
                    switch (shape.read(tree)) {
                        case Reading.Value<RunRecord>(var record) -> record;
                        case Reading.Wrong<RunRecord>(var problems) ->
                            throw new UnreadableRun("the journal of the last apply cannot be read by this twin: "
                                    + problems.getFirst().message()
                                    + "; if it was switched off since, switch it on again in "
                                    + Layout.CONFIGURATION);
                    });
        }
        return records;
    }

    /** The transactions of which it is not known what came of all their actions; of one tried twice, the last. */
    public List<Section<?, ?, ?>> undecided() {
        Map<String, Section<?, ?, ?>> last = new LinkedHashMap<>();
        for (Intended intent : intended) {
            ids(intent.transaction())
                    .filter(id -> !settled.containsKey(id))
                    .forEach(id -> last.put(id, intent.transaction()));
        }
        return last.values().stream().distinct().toList();
    }

    /** Every transaction that was begun, in order; what is in one may have changed something. */
    public List<Section<?, ?, ?>> transactions() {
        return intended.stream().<Section<?, ?, ?>>map(Intended::transaction).toList();
    }

    /** What the run is called: {@code 2026-11-22T13-05-00Z}. */
    public String name() {
        return History.nameOf(begun.history());
    }

    /** Every transaction that may have been cut off, so that what it is about has to be mended. */
    public List<Section<?, ?, ?>> toBeMended() {
        return Stream.concat(
                        undecided().stream(),
                        reversed.stream().flatMap(List::stream).map(Intended::transaction))
                .<Section<?, ?, ?>>map(section -> section)
                .toList();
    }

    /** What the user who runs twin may not do of these, each in a sentence. */
    public static Stream<String> obstacles(View view, List<Section<?, ?, ?>> transactions) {
        return transactions.stream()
                .flatMap(section ->
                        view.plugin(section.plugin()).stream().flatMap(plugin -> obstacles(plugin, section)));
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> Stream<String> obstacles(
            Plugin<D, L, A> plugin, Section<?, ?, ?> section) {
        return plugin.obstacles(plugin.sectionOf(List.of(section)));
    }

    /** What is open, by id. */
    public List<String> undecidedActions() {
        return undecided().stream()
                .flatMap(OpenRun::ids)
                .filter(id -> !settled.containsKey(id))
                .distinct()
                .toList();
    }

    public static Stream<String> ids(Section<?, ?, ?> section) {
        return section.actions().stream().map(planned -> section.id(planned.action()));
    }

    /** What ended by itself; what was only left out is decided anew. */
    public List<ActionResult> ended() {
        return settled.values().stream()
                .map(Settled::result)
                .filter(result -> switch (result.outcome()) {
                    case Outcome.Done(), Outcome.AlreadyOk(), Outcome.Failed _, Outcome.Stale _, Outcome.TakenBack _ ->
                        true;
                    case Outcome.Skipped _,
                            Outcome.NotAttempted(),
                            Outcome.Interrupted _,
                            Outcome.RolledBack(),
                            Outcome.RollbackFailed _ -> false;
                })
                .toList();
    }

    /** What everything was that was touched, before it was touched for the first time. */
    public List<Former<?, ?, ?>> before() {
        return Formers.of(
                        intended.stream().<Former<?, ?, ?>>map(Intended::before).toList())
                .all();
    }

    /** What each thing was when the run last looked at it. */
    public List<Former<?, ?, ?>> lastFound() {
        var newestFirst = new ArrayList<Former<?, ?, ?>>();
        settled.values().forEach(end -> end.found().ifPresent(newestFirst::addFirst));
        return Formers.of(newestFirst).all();
    }
}
