package dev.twinsync.domain.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sections of a plan, turned so that a reader sees all actions first, then all that is blocked, then all that waits:
 * {@code actions: {packages.debian: […]}}, {@code blocked: {…}}, {@code later: {…}}.
 */
final class SectionsShape implements Shape<List<Section<?, ?, ?>>> {

    static final List<String> PARTS = List.of("actions", "blocked", "later");

    private final Map<String, Kind<?, ?, ?>> plugins;

    SectionsShape(Map<String, Kind<?, ?, ?>> plugins) {
        this.plugins = new LinkedHashMap<>(plugins);
    }

    @Override
    public Reading<List<Section<?, ?, ?>>> read(Tree tree) {
        return tree instanceof Tree.Mapping parts
                ? readParts(parts)
                : Reading.wrong(tree.place(), "expected actions by plugin, found " + tree.described());
    }

    private Reading<List<Section<?, ?, ?>>> readParts(Tree.Mapping parts) {
        var problems = new ArrayList<Problem>();
        Map<String, List<Tree.Entry>> byPlugin = new LinkedHashMap<>();
        plugins.keySet().forEach(plugin -> byPlugin.put(plugin, new ArrayList<>()));
        for (Tree.Entry part : parts.entries()) {
            problems.addAll(turn(part, byPlugin));
        }
        var sections = new ArrayList<Reading<Section<?, ?, ?>>>();
        byPlugin.forEach((plugin, lines) ->
                sections.add(read(plugin, plugins.get(plugin), new Tree.Mapping(lines, parts.place()))));
        return problems.isEmpty()
                ? Reading.all(sections).map(SectionsShape::thatSaySomething)
                : new Reading.Wrong<>(problems);
    }

    private static List<Section<?, ?, ?>> thatSaySomething(List<Section<?, ?, ?>> sections) {
        return sections.stream().filter(section -> !section.isEmpty()).toList();
    }

    private static List<Problem> turn(Tree.Entry part, Map<String, List<Tree.Entry>> byPlugin) {
        if (!(part.value() instanceof Tree.Mapping groups)) {
            return List.of(new Problem(
                    part.place(), "expected plugins, found " + part.value().described()));
        }
        var problems = new ArrayList<Problem>();
        for (Tree.Entry group : groups.entries()) {
            if (byPlugin.containsKey(group.key())) {
                byPlugin.get(group.key()).add(new Tree.Entry(part.key(), group.value(), group.place()));
            } else {
                problems.add(new Problem(group.place(), GonePlugin.message(group.key())));
            }
        }
        return problems;
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> Reading<Section<?, ?, ?>> read(
            String plugin, Kind<D, L, A> kind, Tree.Mapping lines) {
        return SectionShape.of(plugin, kind).read(lines).map(section -> section);
    }

    @Override
    public Tree.Mapping write(List<Section<?, ?, ?>> sections) {
        Map<String, Tree.Mapping> written = new LinkedHashMap<>();
        sections.forEach(section -> written.put(section.plugin(), write(section)));
        var lines = new ArrayList<Tree.Entry>();
        for (String part : PARTS) {
            var groups = Tree.map();
            written.forEach((plugin, tree) -> tree.get(part).ifPresent(list -> groups.put(plugin, list)));
            lines.add(new Tree.Entry(part, groups.build(), Place.NONE));
        }
        return new Tree.Mapping(lines, Place.NONE);
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> Tree.Mapping write(Section<D, L, A> section) {
        return SectionShape.of(section.plugin(), section.kind()).write(section);
    }

    @Override
    public Tree.Mapping schema() {
        var all = Tree.map();
        properties().forEach(all::put);
        return Tree.map()
                .put("type", "object")
                .put("properties", all.build())
                .put("additionalProperties", Tree.literal(false))
                .build();
    }

    /** The schema of each part. */
    Map<String, Tree> properties() {
        Map<String, Tree> parts = new LinkedHashMap<>();
        for (String part : PARTS) {
            var groups = Tree.map();
            plugins.forEach((plugin, kind) -> groups.put(plugin, schemaOf(plugin, kind, part)));
            parts.put(
                    part,
                    Tree.map()
                            .put("type", "object")
                            .put("properties", groups.build())
                            .put("additionalProperties", Tree.literal(false))
                            .build());
        }
        return parts;
    }

    private static Tree schemaOf(String plugin, Kind<?, ?, ?> kind, String part) {
        var properties = (Tree.Mapping)
                SectionShape.of(plugin, kind).schema().get("properties").orElseThrow();
        return properties.get(part).orElseThrow();
    }
}
