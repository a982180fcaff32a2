package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * An error that is known, by what it always says.
 *
 * @param text the message with {@code #} for its numbers, ids and addresses
 * @param severity the word of the gravest one seen: {@code error}
 * @param unit what it is about
 * @param firstSeen UTC: the first message, or the capture that met it where the line has no time
 * @param lastSeen UTC, likewise
 * @param newSince {@code snapshot}: not known at the snapshot before; {@code apply}: nor before the last apply ended
 */
public record ErrorSignature(
        String text,
        String severity,
        String unit,
        String firstSeen,
        String lastSeen,
        long count,
        List<String> newSince) {

    static final String SNAPSHOT = "snapshot";
    static final String APPLY = "apply";

    static final Shape<ErrorSignature> SHAPE = shape();

    public ErrorSignature {
        newSince = List.copyOf(newSince);
    }

    ErrorName name() {
        return new ErrorName(unit, text);
    }

    public boolean isNewSinceSnapshot() {
        return newSince.contains(SNAPSHOT);
    }

    public boolean isNewSinceApply() {
        return newSince.contains(APPLY);
    }

    ErrorSignature withNewSince(List<String> since) {
        return new ErrorSignature(text, severity, unit, firstSeen, lastSeen, count, since);
    }

    private static Shape<ErrorSignature> shape() {
        var text = required("text", Shape.text(), ErrorSignature::text);
        var severity = required("severity", Shape.text(), ErrorSignature::severity);
        var unit = required("unit", Shape.text(), ErrorSignature::unit);
        var firstSeen = required("first_seen", Shape.text(), ErrorSignature::firstSeen);
        var lastSeen = required("last_seen", Shape.text(), ErrorSignature::lastSeen);
        var count = required("count", Shape.number(), ErrorSignature::count);
        var newSince = withDefault("new_since", Shape.list(Shape.text()), List.of(), ErrorSignature::newSince);
        return new RecordShape<>(
                List.of(text, severity, unit, firstSeen, lastSeen, count, newSince),
                line -> new ErrorSignature(
                        line.get(text),
                        line.get(severity),
                        line.get(unit),
                        line.get(firstSeen),
                        line.get(lastSeen),
                        line.get(count),
                        line.get(newSince)));
    }
}
