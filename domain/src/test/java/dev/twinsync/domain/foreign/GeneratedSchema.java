package dev.twinsync.domain.foreign;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A schema as a document would say it, of these lines. */
record GeneratedSchema(List<Line> lines) {

    private static final Grammar WORDS = Grammar.of(Optional.empty(), List.of("stable", "beta"), new Effort());

    static final GeneratedSchema OF_EVERY_TYPE = new GeneratedSchema(List.of(
            new Line("origin", new ValueType.OfText(Grammar.ANY), false, false, false),
            new Line("branch", new ValueType.OfText(WORDS), false, false, false),
            new Line("pinned", new ValueType.OfTruth(), false, false, false),
            new Line("priority", new ValueType.OfNumber(), false, false, false),
            new Line("permissions", new ValueType.OfTexts(Grammar.ANY), false, false, false),
            new Line("environment", new ValueType.OfTable(Grammar.ANY), false, false, false),
            new Line("version", new ValueType.OfText(Grammar.ANY), false, true, false),
            new Line("token", new ValueType.OfText(Grammar.ANY), false, true, true)));

    static Arbitrary<GeneratedSchema> any() {
        var type = Arbitraries.<ValueType>of(
                new ValueType.OfText(Grammar.ANY),
                new ValueType.OfText(WORDS),
                new ValueType.OfTruth(),
                new ValueType.OfNumber(),
                new ValueType.OfTexts(Grammar.ANY),
                new ValueType.OfTable(Grammar.ANY));
        var line = Combinators.combine(
                        Arbitraries.of("one", "two", "three", "four"), type, Arbitraries.of("wish", "must", "seen"))
                .as((name, kind, sort) -> new Line(name, kind, sort.equals("must"), sort.equals("seen"), false));
        return line.list().uniqueElements(Line::name).ofMaxSize(4).map(GeneratedSchema::new);
    }

    /** By the way of the document, so that reading it is tried too. */
    Foreign kind() {
        return switch (ForeignSchema.read(document())) {
            case Reading.Value<ForeignSchema>(var schema) -> new Foreign(schema);
            case Reading.Wrong<ForeignSchema>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    Tree.Mapping document() {
        var properties = Tree.map()
                .put(
                        "ref",
                        Tree.map()
                                .put("type", "string")
                                .put("pattern", "^(user|system)/[a-z]+$")
                                .build())
                .put(
                        "ensure",
                        Tree.map()
                                .put("enum", Tree.list(List.of(Tree.text("present"), Tree.text("absent"))))
                                .build());
        lines.forEach(line -> properties.put(line.name(), type(line.type())));
        var thing = Tree.map()
                .put("type", "object")
                .put("properties", properties.build())
                .put("required", names(true, false, false))
                .put("additionalProperties", Tree.literal(false))
                .put("x-key", "ref")
                .put("x-seen", names(false, true, false))
                .put("x-secret", names(false, false, true))
                .build();
        return Tree.map()
                .put("type", "object")
                .put(
                        "properties",
                        Tree.map()
                                .put(
                                        "apps",
                                        Tree.map()
                                                .put("type", "array")
                                                .put("items", thing)
                                                .build())
                                .build())
                .put("additionalProperties", Tree.literal(false))
                .build();
    }

    private Tree names(boolean required, boolean seen, boolean secret) {
        return Tree.list(lines.stream()
                .filter(line -> required && line.isRequired() || seen && line.isOnlySeen() || secret && line.isSecret())
                .map(line -> Tree.text(line.name()))
                .toList());
    }

    private static Tree type(ValueType type) {
        return switch (type) {
            case ValueType.OfText(var grammar) ->
                grammar.words().isEmpty()
                        ? Tree.map().put("type", "string").build()
                        : Tree.map()
                                .put(
                                        "enum",
                                        Tree.list(grammar.words().stream()
                                                .map(Tree::text)
                                                .toList()))
                                .build();
            case ValueType.OfTruth() -> Tree.map().put("type", "boolean").build();
            case ValueType.OfNumber() -> Tree.map().put("type", "integer").build();
            case ValueType.OfTexts _ ->
                Tree.map()
                        .put("type", "array")
                        .put("items", Tree.map().put("type", "string").build())
                        .build();
            case ValueType.OfTable _ ->
                Tree.map()
                        .put("type", "object")
                        .put(
                                "additionalProperties",
                                Tree.map().put("type", "string").build())
                        .build();
        };
    }
}
