package dev.twinsync.domain.plan;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/** How the end of one action looks. */
final class ActionResultShape {

    private ActionResultShape() {}

    static final RecordShape<ActionResult> SHAPE = of();

    private static RecordShape<ActionResult> of() {
        var id = required("id", Shape.text(), ActionResult::id);
        var ended = required("ended", OutcomeShape.SHAPE, ActionResult::outcome);
        var milliseconds = required("milliseconds", Shape.number(), ActionResult::milliseconds);
        var said = optional("said", Shape.text(), ActionResult::said);
        return new RecordShape<>(
                List.of(id, ended, milliseconds, said),
                line -> new ActionResult(line.get(id), line.get(ended), line.get(milliseconds), line.get(said)));
    }
}
