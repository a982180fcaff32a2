package dev.twinsync.domain.plan;

import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Map;

/** How a finished plan looks in {@code plan/history/}. */
public final class PastPlanShape {

    private PastPlanShape() {}

    /** @param plugins the kind of each plugin, by its name */
    public static Shape<PastPlan> of(Map<String, Kind<?, ?, ?>> plugins) {
        var startedAt = required("started_at", Shape.text(), PastPlan::startedAt);
        var endedAt = required("ended_at", Shape.text(), PastPlan::endedAt);
        var results = required("results", Shape.list(ActionResultShape.SHAPE), PastPlan::results);
        Field<PastPlan, List<Former<?, ?, ?>>> before =
                withDefault("before", new FormersShape(plugins), List.of(), PastPlan::before);
        var plan = required("plan", new PlanShape(plugins), PastPlan::plan);
        return new RecordShape<>(
                List.of(startedAt, endedAt, results, before, plan),
                line -> new PastPlan(
                        line.get(startedAt), line.get(endedAt), line.get(results), line.get(before), line.get(plan)));
    }
}
