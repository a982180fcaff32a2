package dev.twinsync.domain.foreign;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.plugin.FragmentName;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;

/** Reads the part of JSON Schema that twin understands, with the lines of twin's own. */
final class SchemaReader {

    private static final Shape<Boolean> CLOSED = Shape.truth().as(SchemaReader::closed, value -> value);

    private SchemaReader() {}

    /** What a schema of a map says. @param owns the lines of it that only twin knows */
    record ObjectSchema(
            Tree properties, List<String> required, Optional<String> key, List<String> seen, List<String> secret) {}

    private static final Shape<ObjectSchema> DOCUMENT = object(false);
    private static final Shape<ObjectSchema> THING = object(true);
    private static final Shape<Tree> LIST = list();

    static Reading<ForeignSchema> read(Tree document) {
        return DOCUMENT.read(document).then(SchemaReader::ofDocument);
    }

    private static Reading<ForeignSchema> ofDocument(ObjectSchema document) {
        if (!(document.properties() instanceof Tree.Mapping(var entries, var place)) || entries.size() != 1) {
            return Reading.wrong(
                    document.properties().place(), "the document has one key, which is the name of its fragment");
        }
        var list = entries.getFirst();
        if (!document.required().isEmpty() && !document.required().equals(List.of(list.key()))) {
            return Reading.wrong(place, "\"required\" can only name " + list.key());
        }
        return new Reading.Value<>(list.key())
                .mapAt(list.place(), FragmentName::new)
                .then(fragment -> LIST.read(list.value())
                        .then(items -> THING.read(items)
                                .then(thing -> new ThingReader(items, fragment, thing, new Effort()).read())));
    }

    private static Shape<ObjectSchema> object(boolean isThing) {
        var dialect = unused("$schema");
        var title = unused("title");
        var description = unused("description");
        Field<ObjectSchema, String> type = required("type", only("object"), _ -> "object");
        var properties = required("properties", Shape.tree(), ObjectSchema::properties);
        var required = withDefault("required", Shape.list(Shape.text()), List.<String>of(), ObjectSchema::required);
        Field<ObjectSchema, Boolean> closed = required("additionalProperties", CLOSED, _ -> false);
        var key = optional("x-key", Shape.text(), ObjectSchema::key);
        var seen = withDefault("x-seen", Shape.list(Shape.text()), List.<String>of(), ObjectSchema::seen);
        var secret = withDefault("x-secret", Shape.list(Shape.text()), List.<String>of(), ObjectSchema::secret);
        return isThing
                ? new RecordShape<>(
                        List.of(description, type, properties, required, closed, key, seen, secret),
                        line -> new ObjectSchema(
                                line.get(properties),
                                line.get(required),
                                line.get(key),
                                line.get(seen),
                                line.get(secret)))
                : new RecordShape<>(
                        List.of(dialect, title, description, type, properties, required, closed),
                        line -> new ObjectSchema(
                                line.get(properties), line.get(required), Optional.empty(), List.of(), List.of()));
    }

    private static Shape<Tree> list() {
        Field<Tree, String> type = required("type", only("array"), _ -> "array");
        var items = required("items", Shape.tree(), (Tree tree) -> tree);
        var description = optional("description", Shape.text(), (Tree _) -> Optional.<String>empty());
        return new RecordShape<>(List.of(type, items, description), line -> line.get(items));
    }

    /** What is read and has no meaning for twin. */
    private static Field<ObjectSchema, Optional<String>> unused(String key) {
        return optional(key, Shape.text(), _ -> Optional.empty());
    }

    static Shape<String> only(String word) {
        return Shape.text()
                .as(
                        text -> {
                            if (!text.equals(word)) {
                                throw new IllegalArgumentException("expected " + word + ", found \"" + text + "\"");
                            }
                            return text;
                        },
                        text -> text);
    }

    private static Boolean closed(Boolean isOpen) {
        if (isOpen) {
            throw new IllegalArgumentException("expected false: a line that the schema does not know is an error");
        }
        return isOpen;
    }
}
