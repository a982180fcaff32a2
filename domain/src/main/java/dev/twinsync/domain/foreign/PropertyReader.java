package dev.twinsync.domain.foreign;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;

/** Reads what a schema says of one property. */
final class PropertyReader {

    private PropertyReader() {}

    /** A schema of one value, before it is looked at closer. */
    private record Property(
            Optional<Type> type,
            List<String> words,
            Optional<String> pattern,
            Optional<Tree> items,
            Optional<Tree> values) {}

    /** The types that twin knows. */
    private enum Type {
        STRING,
        BOOLEAN,
        INTEGER,
        ARRAY,
        OBJECT
    }

    private static final Shape<Property> PROPERTY = shape();

    /** @param effort that its patterns share with others of the schema */
    static Reading<ValueType> read(Tree tree, Effort effort) {
        return PROPERTY.read(tree).then(property -> type(tree, property, effort));
    }

    private static Reading<ValueType> type(Tree tree, Property property, Effort effort) {
        var type = property.type()
                .or(() -> Optional.of(Type.STRING).filter(_ -> !property.words().isEmpty()));
        if (type.isEmpty()) {
            return Reading.wrong(tree.place(), "\"type\" is missing");
        }
        if (strayed(type.get(), property)) {
            return Reading.wrong(
                    tree.place(),
                    "pattern and enum are of a string, items of an array, additionalProperties of an object");
        }
        return switch (type.get()) {
            case STRING -> grammar(tree, property, effort).map(ValueType.OfText::new);
            case BOOLEAN -> new Reading.Value<>(new ValueType.OfTruth());
            case INTEGER -> new Reading.Value<>(new ValueType.OfNumber());
            case ARRAY -> ofStrings(tree, "items", property.items(), effort).map(ValueType.OfTexts::new);
            case OBJECT ->
                ofStrings(tree, "additionalProperties", property.values(), effort)
                        .map(ValueType.OfTable::new);
        };
    }

    private static boolean strayed(Type type, Property property) {
        boolean isGrammar = property.pattern().isPresent() || !property.words().isEmpty();
        return isGrammar && type != Type.STRING
                || property.items().isPresent() && type != Type.ARRAY
                || property.values().isPresent() && type != Type.OBJECT;
    }

    private static Reading<Grammar> grammar(Tree tree, Property property, Effort effort) {
        return new Reading.Value<>(property).mapAt(tree.place(), one -> Grammar.of(one.pattern(), one.words(), effort));
    }

    private static Reading<Grammar> ofStrings(Tree tree, String key, Optional<Tree> inside, Effort effort) {
        if (inside.isEmpty()) {
            return Reading.wrong(tree.place(), "\"" + key + "\" is missing: it says what the strings in it may be");
        }
        return read(inside.get(), effort).mapAt(inside.get().place(), type -> {
            if (type instanceof ValueType.OfText(var grammar)) {
                return grammar;
            }
            throw new IllegalArgumentException("expected a string: lists and maps hold nothing else");
        });
    }

    private static Shape<Property> shape() {
        var type = optional("type", Shape.word(Type.class), Property::type);
        var words = withDefault("enum", Shape.list(Shape.text()), List.<String>of(), Property::words);
        var pattern = optional("pattern", Shape.text(), Property::pattern);
        var items = optional("items", Shape.tree(), Property::items);
        var values = optional("additionalProperties", Shape.tree(), Property::values);
        Field<Property, Optional<String>> description = optional("description", Shape.text(), _ -> Optional.empty());
        return new RecordShape<>(
                List.of(type, words, pattern, items, values, description),
                line -> new Property(
                        line.get(type), line.get(words), line.get(pattern), line.get(items), line.get(values)));
    }
}
