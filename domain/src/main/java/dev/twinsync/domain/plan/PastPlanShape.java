package dev.twinsync.domain.plan;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/** How a finished plan looks in {@code plan/history/}. */
public final class PastPlanShape {

    private PastPlanShape() {}

    public static Shape<PastPlan> of(PlanShape planShape) {
        var startedAt = required("started_at", Shape.text(), PastPlan::startedAt);
        var endedAt = required("ended_at", Shape.text(), PastPlan::endedAt);
        var results = required("results", Shape.list(result()), PastPlan::results);
        var plan = required("plan", planShape, PastPlan::plan);
        return new RecordShape<>(
                List.of(startedAt, endedAt, results, plan),
                line -> new PastPlan(line.get(startedAt), line.get(endedAt), line.get(results), line.get(plan)));
    }

    private static RecordShape<ActionResult> result() {
        var id = required("id", Shape.text(), ActionResult::id);
        var ended = required("ended", OutcomeShape.SHAPE, ActionResult::outcome);
        var milliseconds = required("milliseconds", Shape.number(), ActionResult::milliseconds);
        return new RecordShape<>(
                List.of(id, ended, milliseconds),
                line -> new ActionResult(line.get(id), line.get(ended), line.get(milliseconds)));
    }
}
