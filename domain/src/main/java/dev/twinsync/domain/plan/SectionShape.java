package dev.twinsync.domain.plan;

import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Step.Blocked;
import dev.twinsync.domain.Step.Later;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/** How one plugin's part of a plan looks. */
final class SectionShape {

    private SectionShape() {}

    static <D extends Keyed, L extends Keyed, A extends Action> RecordShape<Section<D, L, A>> of(
            String plugin, Kind<D, L, A> kind) {
        Field<Section<D, L, A>, List<PlannedAction<L, A>>> actions =
                withDefault("actions", Shape.list(new PlannedActionShape<>(plugin, kind)), List.of(), Section::actions);
        Field<Section<D, L, A>, List<Blocked<A>>> blocked =
                withDefault("blocked", Shape.list(SectionShape.<A>blocked()), List.of(), Section::blocked);
        Field<Section<D, L, A>, List<Later<A>>> later =
                withDefault("later", Shape.list(SectionShape.<A>later()), List.of(), Section::later);
        return new RecordShape<>(
                List.of(actions, blocked, later),
                line -> new Section<>(plugin, kind, line.get(actions), line.get(blocked), line.get(later)));
    }

    private static <A extends Action> RecordShape<Blocked<A>> blocked() {
        Field<Blocked<A>, String> key = required("key", Shape.text(), Blocked::key);
        Field<Blocked<A>, String> reason = required("reason", Shape.text(), Blocked::reason);
        return new RecordShape<>(List.of(key, reason), line -> new Blocked<>(line.get(key), line.get(reason)));
    }

    private static <A extends Action> RecordShape<Later<A>> later() {
        Field<Later<A>, String> key = required("key", Shape.text(), Later::key);
        Field<Later<A>, String> waitsFor = required("waits_for", Shape.text(), Later::waitsFor);
        return new RecordShape<>(List.of(key, waitsFor), line -> new Later<>(line.get(key), line.get(waitsFor)));
    }
}
