package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/** How often something happened. @param sinceBoot the last hour included */
public record Counts(long lastHour, long sinceBoot) {

    public static final Counts NONE = new Counts(0, 0);

    static final Shape<Counts> SHAPE = shape();

    public Counts with(Moment moment) {
        return with(moment, 1);
    }

    /** Something that happened several times at once. */
    Counts with(Moment moment, long times) {
        return new Counts(lastHour + (moment.lastHour() ? times : 0), sinceBoot + (moment.sinceBoot() ? times : 0));
    }

    private static Shape<Counts> shape() {
        var lastHour = required("last_hour", Shape.number(), Counts::lastHour);
        var sinceBoot = required("since_boot", Shape.number(), Counts::sinceBoot);
        return new RecordShape<>(
                List.of(lastHour, sinceBoot), line -> new Counts(line.get(lastHour), line.get(sinceBoot)));
    }
}
