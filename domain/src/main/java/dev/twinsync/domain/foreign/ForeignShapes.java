package dev.twinsync.domain.foreign;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.foreign.ForeignAction.Change;
import dev.twinsync.domain.foreign.ForeignAction.Create;
import dev.twinsync.domain.foreign.ForeignAction.Remove;
import dev.twinsync.domain.foreign.ForeignWish.Absent;
import dev.twinsync.domain.foreign.ForeignWish.Present;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How the things of one schema look in documents. */
record ForeignShapes(ForeignSchema schema) {

    Shape<ForeignWish> wish() {
        return new TaggedShape<>(
                "ensure",
                Optional.of("present"),
                List.of(
                        new Variant<>(
                                "present",
                                Present.class,
                                record(schema.wishable(), true, Present::key, Present::lines, Present::new)),
                        new Variant<>("absent", Absent.class, bare(Absent::key, Absent::new))));
    }

    Shape<ForeignThing> thing() {
        var key = Shape.text().<String>as(schema::checkedKey, text -> text);
        return lines(
                key,
                schema.lines().stream()
                        .map(line -> new Named<>(line, line.type().seen(), line.isRequired(), ForeignThing::lines))
                        .toList(),
                ForeignThing::key,
                ForeignThing::new);
    }

    Shape<ForeignAction> action() {
        return new TaggedShape<>(
                "op",
                Optional.empty(),
                List.of(
                        new Variant<>(
                                "create",
                                Create.class,
                                record(schema.wishable(), true, Create::key, Create::lines, Create::new)),
                        new Variant<>(
                                "change",
                                Change.class,
                                record(schema.wishable(), false, Change::key, Change::lines, Change::new)),
                        new Variant<>("remove", Remove.class, bare(Remove::key, Remove::new))));
    }

    private <R> RecordShape<R> bare(Function<R, String> getter, Function<String, R> made) {
        var key = required(schema.key(), key(), getter);
        return new RecordShape<>(List.of(key), line -> made.apply(line.get(key)));
    }

    private Shape<String> key() {
        return Shape.text().as(schema::checkedKey, text -> text);
    }

    /** @param isWhole whether all must be there that each wish has */
    private <R> RecordShape<R> record(
            List<Line> all,
            boolean isWhole,
            Function<R, String> key,
            Function<R, ? extends Map<String, Value>> getter,
            BiFunction<String, Map<String, Value>, R> made) {
        var named = all.stream()
                .map(line -> new Named<R>(line, line.type().wished(), isWhole && line.isRequired(), getter))
                .toList();
        return lines(key(), named, key, made);
    }

    private <R> RecordShape<R> lines(
            Shape<String> keyShape,
            List<Named<R>> named,
            Function<R, String> getter,
            BiFunction<String, Map<String, Value>, R> made) {
        var key = required(schema.key(), keyShape, getter);
        var fields = new ArrayList<Field<R, ?>>(List.of(key));
        named.forEach(line -> fields.add(line.field()));
        return new RecordShape<>(fields, line -> {
            var values = new TreeMap<String, Value>();
            named.forEach(
                    one -> one.in(line).ifPresent(value -> values.put(one.line().name(), value)));
            return made.apply(line.get(key), values);
        });
    }

    /** A line that may be there, and the field that reads it. */
    private static final class Named<R> {
        private final Line line;
        private final Optional<Field<R, Value>> must;
        private final Optional<Field<R, Optional<Value>>> may;

        Named(Line line, Shape<Value> shape, boolean isRequired, Function<R, ? extends Map<String, Value>> getter) {
            this.line = line;
            this.must = isRequired
                    ? Optional.of(required(
                            line.name(), shape, owner -> getter.apply(owner).get(line.name())))
                    : Optional.empty();
            this.may = isRequired
                    ? Optional.empty()
                    : Optional.of(optional(
                            line.name(),
                            shape,
                            owner -> Optional.ofNullable(getter.apply(owner).get(line.name()))));
        }

        Line line() {
            return line;
        }

        Field<R, ?> field() {
            return must.<Field<R, ?>>map(field -> field).orElseGet(may::orElseThrow);
        }

        Optional<Value> in(RecordShape.Values values) {
            return must.map(values::get).or(() -> may.flatMap(values::get));
        }
    }
}
