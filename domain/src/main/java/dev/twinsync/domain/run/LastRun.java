package dev.twinsync.domain.run;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * What a machine remembers of the last plan that it carried out, so that none is carried out twice or after a newer one.
 *
 * @param createdAt when that plan was made, UTC; every later plan is made later
 */
public record LastRun(String createdAt) {

    public static final Shape<LastRun> SHAPE = shape();

    /** Whether the plan was carried out already, or is older than one that was. */
    public boolean isPast(SavedPlan plan) {
        return plan.createdAt().compareTo(createdAt) <= 0;
    }

    private static Shape<LastRun> shape() {
        var createdAt = required("created_at", Shape.text(), LastRun::createdAt);
        return new RecordShape<>(List.of(createdAt), line -> new LastRun(line.get(createdAt)));
    }
}
