package dev.twinsync.domain.plan;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import java.util.List;

/** How the basis of a plan looks. */
final class BasisShape {

    private BasisShape() {}

    static RecordShape<Basis> of() {
        var commit = optional("commit", Shape.text(), Basis::commit);
        var state = required("state", Digest.SHAPE, Basis::state);
        var live = required("live", new TableShape<>(Digest.SHAPE), Basis::live);
        var only = withDefault("only", Shape.list(Shape.text()), List.of(), Basis::only);
        var undo = withDefault("undo", Shape.list(Shape.text()), List.of(), Basis::undo);
        var offline = withDefault("offline", Shape.truth(), false, Basis::offline);
        return new RecordShape<>(
                List.of(commit, state, live, only, undo, offline),
                line -> new Basis(
                        line.get(commit),
                        line.get(state),
                        line.get(live),
                        line.get(only),
                        line.get(undo),
                        line.get(offline)));
    }
}
