package dev.twinsync.domain.run;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.PlanParts;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.run.RunRecord.Begun;
import dev.twinsync.domain.run.RunRecord.Intended;
import dev.twinsync.domain.run.RunRecord.Reversing;
import dev.twinsync.domain.run.RunRecord.Settled;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the lines of a journal look. */
public final class RunRecordShape {

    private RunRecordShape() {}

    /** @param plugins the kind of each plugin, by its name */
    public static Shape<RunRecord> of(Map<String, Kind<?, ?, ?>> plugins) {
        var parts = new PlanParts(plugins);
        return new TaggedShape<>(
                "record",
                Optional.empty(),
                List.of(
                        new Variant<>("begun", Begun.class, begun(parts)),
                        new Variant<>("intended", Intended.class, intended(parts)),
                        new Variant<>("settled", Settled.class, settled(parts)),
                        new Variant<>("reversing", Reversing.class, reversing())));
    }

    private static RecordShape<Begun> begun(PlanParts parts) {
        var startedAt = required("started_at", Shape.text(), Begun::startedAt);
        var history = required("history", Shape.text(), Begun::history);
        var keepGoing = withDefault("keep_going", Shape.truth(), false, Begun::keepGoing);
        var leeway = withDefault("leeway", Shape.word(Leeway.class), Leeway.NOT_DESTRUCTIVE, Begun::leeway);
        var notThere = withDefault("not_there", new TableShape<>(Shape.list(Shape.text())), Map.of(), Begun::notThere);
        Field<Begun, Optional<List<Section<?, ?, ?>>>> part = optional("part", parts.sections(), RunRecordShape::part);
        Field<Begun, SavedPlan> plan = required("plan", parts.plan(), Begun::plan);
        return new RecordShape<>(
                List.of(startedAt, history, keepGoing, leeway, notThere, part, plan),
                line -> new Begun(
                        line.get(startedAt),
                        line.get(history),
                        line.get(keepGoing),
                        line.get(leeway),
                        line.get(notThere),
                        line.get(part).orElseGet(line.get(plan).plan()::sections),
                        line.get(plan)));
    }

    /** Written only where it is not all of the plan, which may be long. */
    private static Optional<List<Section<?, ?, ?>>> part(Begun begun) {
        return Optional.of(begun.part())
                .filter(part -> !part.equals(begun.plan().plan().sections()));
    }

    private static RecordShape<Intended> intended(PlanParts parts) {
        Field<Intended, Section<?, ?, ?>> transaction =
                required("transaction", parts.oneSection(), Intended::transaction);
        Field<Intended, Former<?, ?, ?>> before = required("before", parts.oneFormer(), Intended::before);
        return new RecordShape<>(
                List.of(transaction, before), line -> new Intended(line.get(transaction), line.get(before)));
    }

    private static RecordShape<Settled> settled(PlanParts parts) {
        Field<Settled, ActionResult> result = required("result", parts.result(), Settled::result);
        Field<Settled, Optional<Former<?, ?, ?>>> found = optional("found", parts.oneFormer(), Settled::found);
        return new RecordShape<>(List.of(result, found), line -> new Settled(line.get(result), line.get(found)));
    }

    private static RecordShape<Reversing> reversing() {
        var at = required("at", Shape.text(), Reversing::at);
        return new RecordShape<>(List.of(at), line -> new Reversing(line.get(at)));
    }
}
