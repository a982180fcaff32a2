package dev.twinsync.domain.foreign;

import dev.twinsync.domain.foreign.SchemaReader.ObjectSchema;
import dev.twinsync.domain.plugin.FragmentName;
import dev.twinsync.domain.shape.Nearest;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what a schema says of one thing.
 *
 * @param tree the schema as it stands, for the places
 * @param effort that all its patterns share
 */
record ThingReader(Tree tree, FragmentName fragment, ObjectSchema schema, Effort effort) {

    private static final String ENSURE = "ensure";
    private static final String LINE = "[a-z][a-z0-9_]{0,63}";

    /** Words that documents and plans have for themselves. */
    private static final Set<String> TAKEN =
            Set.of("op", "id", "why", "seen", "effects", "requires", "peril", "risk", "undo");

    Reading<ForeignSchema> read() {
        if (!(schema.properties() instanceof Tree.Mapping(var entries, var place))) {
            return Reading.wrong(
                    schema.properties().place(),
                    "expected a map, found " + schema.properties().described());
        }
        var problems = new ArrayList<Problem>(ofNames(entries));
        problems.addAll(ofEnsure(entries, place));
        problems.addAll(ofLists(entries));
        var key = schema.key().flatMap(name -> find(entries, name));
        if (key.isEmpty()) {
            problems.add(new Problem(place("x-key"), "\"x-key\" must name the property that a thing is called by"));
        }
        if (!problems.isEmpty()) {
            return new Reading.Wrong<>(problems);
        }
        return ofKey(key.orElseThrow())
                .then(grammar -> lines(entries)
                        .map(lines -> new ForeignSchema(fragment, schema.key().orElseThrow(), grammar, lines)));
    }

    private static Optional<Tree.Entry> find(List<Tree.Entry> entries, String name) {
        return entries.stream().filter(entry -> entry.key().equals(name)).findFirst();
    }

    private Place place(String key) {
        return tree instanceof Tree.Mapping map ? map.get(key).orElse(map).place() : tree.place();
    }

    private static List<Problem> ofNames(List<Tree.Entry> entries) {
        return entries.stream()
                .filter(entry -> !entry.key().matches(LINE) || TAKEN.contains(entry.key()))
                .map(entry -> new Problem(
                        entry.place(),
                        TAKEN.contains(entry.key())
                                ? "\"" + entry.key() + "\" is a word of twin's own; call it otherwise"
                                : "a property is called by a word of a-z, 0-9 and _"))
                .toList();
    }

    /** It must be there for the editors, which refuse the line otherwise. */
    private static List<Problem> ofEnsure(List<Tree.Entry> entries, Place place) {
        var expected = Tree.map()
                .put("enum", Tree.list(List.of(Tree.text("present"), Tree.text("absent"))))
                .build();
        return find(entries, ENSURE)
                        .filter(entry -> entry.value().saysTheSameAs(expected))
                        .isPresent()
                ? List.of()
                : List.of(new Problem(
                        find(entries, ENSURE).map(Tree.Entry::place).orElse(place),
                        "each thing has \"ensure: {enum: [present, absent]}\" among its properties"));
    }

    private List<Problem> ofLists(List<Tree.Entry> entries) {
        var names = entries.stream().map(Tree.Entry::key).toList();
        var problems = new ArrayList<Problem>();
        Stream.of("required", "x-seen", "x-secret")
                .forEach(list -> items(list)
                        .filter(item -> !names.contains(item.inline()))
                        .map(item -> new Problem(
                                item.place(),
                                "there is no property \"" + item.inline() + "\"" + Nearest.hint(item.inline(), names)))
                        .forEach(problems::add));
        schema.secret().stream()
                .filter(name -> !schema.seen().contains(name))
                .map(name -> new Problem(
                        place("x-secret"), "a secret does not stand in a wish: name " + name + " in x-seen too"))
                .forEach(problems::add);
        Stream.concat(schema.required().stream().filter(schema.seen()::contains), fixed())
                .map(name -> new Problem(place("x-seen"), name + " cannot be only seen"))
                .forEach(problems::add);
        return problems;
    }

    /** What every wish says. */
    private Stream<String> fixed() {
        return Stream.concat(schema.key().stream(), Stream.of(ENSURE)).filter(schema.seen()::contains);
    }

    private Stream<Tree> items(String list) {
        return tree instanceof Tree.Mapping map && map.get(list).orElse(map) instanceof Tree.Sequence(var items, var _)
                ? items.stream()
                : Stream.empty();
    }

    private Reading<Grammar> ofKey(Tree.Entry key) {
        return PropertyReader.read(key.value(), effort).mapAt(key.place(), type -> {
            if (type instanceof ValueType.OfText(var grammar)
                    && grammar.pattern()
                            .map(Expression::toString)
                            .filter(pattern -> pattern.startsWith("^") && pattern.endsWith("$"))
                            .isPresent()) {
                return grammar.whole();
            }
            throw new IllegalArgumentException(
                    "the key is a string with a pattern from ^ to $: what does not fit it never reaches the program");
        });
    }

    private Reading<List<Line>> lines(List<Tree.Entry> entries) {
        return Reading.all(entries.stream()
                .filter(entry -> !entry.key().equals(ENSURE)
                        && !entry.key().equals(schema.key().orElseThrow()))
                .map(entry -> PropertyReader.read(entry.value(), effort)
                        .mapAt(entry.place(), type -> line(entry.key(), type)))
                .toList());
    }

    private Line line(String name, ValueType type) {
        boolean isSecret = schema.secret().contains(name);
        if (isSecret && !(type instanceof ValueType.OfText)) {
            throw new IllegalArgumentException("a secret is a string");
        }
        return new Line(
                name, type, schema.required().contains(name), schema.seen().contains(name), isSecret);
    }
}
