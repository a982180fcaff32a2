package dev.twinsync.domain.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A map with known lines, each read by its {@link Field}; a line that no field knows is an error with its place. */
public record RecordShape<R>(List<Field<R, ?>> fields, Function<Values, R> constructor) implements MapShape<R> {

    public RecordShape {
        fields = List.copyOf(fields);
    }

    /** What the fields of one record read, to be asked for by field. A record has few of them, and there are many records. */
    public static final class Values {
        private final List<? extends Field<?, ?>> fields;
        private final Object[] values;

        private Values(List<? extends Field<?, ?>> fields) {
            this.fields = fields;
            this.values = new Object[fields.size()];
        }

        @SuppressWarnings("unchecked") // read() puts under a field only what that field's own shape made
        public <F> F get(Field<?, F> field) {
            for (int index = 0; index < values.length; index++) {
                if (fields.get(index) == field) {
                    return (F) values[index];
                }
            }
            throw new IllegalArgumentException("there is no field " + field.key());
        }
    }

    @Override
    public Reading<R> read(Tree tree) {
        return tree instanceof Tree.Mapping mapping
                ? readBeside(List.of(), mapping)
                : ScalarShape.refused(tree, "a map with " + String.join(", ", keys()));
    }

    @Override
    public Reading<R> readBeside(List<String> alreadyRead, Tree.Mapping mapping) {
        var problems = new ArrayList<Problem>(unknownKeys(mapping, alreadyRead));
        var values = new Values(fields);
        for (int index = 0; index < values.values.length; index++) {
            switch (readField(fields.get(index), mapping)) {
                case Reading.Value<?>(var value) -> values.values[index] = value;
                case Reading.Wrong<?>(var wrong) -> problems.addAll(wrong);
            }
        }
        return problems.isEmpty()
                ? new Reading.Value<>(values).mapAt(mapping.place(), constructor)
                : new Reading.Wrong<>(problems);
    }

    private static <F> Reading<F> readField(Field<?, F> field, Tree.Mapping mapping) {
        var line = mapping.get(field.key());
        if (line.isPresent()) {
            return field.shape().read(line.get());
        }
        return field.absent().isPresent()
                ? new Reading.Value<>(field.absent().get())
                : Reading.wrong(mapping.place(), "\"" + field.key() + "\" is missing");
    }

    private List<Problem> unknownKeys(Tree.Mapping mapping, List<String> alreadyRead) {
        var strange = new ArrayList<Tree.Entry>();
        for (Tree.Entry entry : mapping.entries()) {
            if (!hasField(entry.key()) && !alreadyRead.contains(entry.key())) {
                strange.add(entry);
            }
        }
        if (strange.isEmpty()) {
            return List.of();
        }
        var known =
                Stream.concat(alreadyRead.stream(), keys().stream()).sorted().toList();
        return strange.stream()
                .limit(Reading.ENOUGH_PROBLEMS)
                .map(entry -> new Problem(
                        entry.place(), "unknown key \"" + entry.key() + "\"" + knownInstead(entry.key(), known)))
                .toList();
    }

    /** What was probably meant; where nothing is close, all that may stand there. */
    private static String knownInstead(String key, List<String> known) {
        var close = Nearest.hint(key, known);
        return close.isEmpty() && !known.isEmpty() ? "; known here: " + String.join(", ", known) : close;
    }

    private boolean hasField(String key) {
        for (Field<R, ?> field : fields) {
            if (field.key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Tree.Mapping write(R value) {
        var map = Tree.map();
        fields.forEach(field -> field.write(value).ifPresent(tree -> map.put(field.key(), tree)));
        return map.build();
    }

    /** As {@link #write}, with the lines too that could be left out because they say what goes without saying. */
    public Tree.Mapping inFull(R value) {
        var map = Tree.map();
        fields.forEach(field -> field.writeInFull(value).ifPresent(tree -> map.put(field.key(), tree)));
        return map.build();
    }

    @Override
    public Tree.Mapping schema() {
        return forms(List.of(), List.of()).getFirst();
    }

    /** The schema of a document that has these lines behind the record's own. */
    public Tree.Mapping schemaWith(Map<String, Tree> more) {
        var all = Tree.map();
        fields.forEach(field -> all.put(field.key(), field.shape().schema()));
        more.forEach(all::put);
        var copy = Tree.map();
        for (Tree.Entry entry : schema().entries()) {
            copy.put(entry.key(), entry.key().equals("properties") ? all.build() : entry.value());
        }
        return copy.build();
    }

    @Override
    public List<Tree.Mapping> forms(List<Tree.Entry> before, List<String> alsoRequired) {
        var properties = Tree.map();
        before.forEach(line -> properties.put(line.key(), line.value()));
        fields.forEach(field -> properties.put(field.key(), field.shape().schema()));
        var required = new ArrayList<>(alsoRequired);
        fields.stream()
                .filter(field -> field.absent().isEmpty())
                .map(Field::key)
                .forEach(required::add);
        var schema = Tree.map().put("type", "object").put("properties", properties.build());
        if (!required.isEmpty()) {
            schema.put("required", Tree.list(required.stream().map(Tree::text).toList()));
        }
        return List.of(schema.put("additionalProperties", Tree.literal(false)).build());
    }

    List<String> keys() {
        return fields.stream().map(Field::key).toList();
    }
}
