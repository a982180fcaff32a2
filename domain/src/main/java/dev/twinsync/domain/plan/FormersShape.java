package dev.twinsync.domain.plan;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.shape.EntriesShape;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** How it looks what things were before: {@code files.mirror: [{key: /etc/hosts, seen: {…}}, {key: /etc/new, seen: absent}]}. */
final class FormersShape implements Shape<List<Former<?, ?, ?>>> {

    private record Thing<L>(String key, Optional<L> seen) implements Keyed {}

    private final Map<String, Kind<?, ?, ?>> plugins;

    FormersShape(Map<String, Kind<?, ?, ?>> plugins) {
        this.plugins = new LinkedHashMap<>(plugins);
    }

    @Override
    public Reading<List<Former<?, ?, ?>>> read(Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return Reading.wrong(tree.place(), "expected plugins, found " + tree.described());
        }
        var formers = new ArrayList<Reading<Former<?, ?, ?>>>();
        for (Tree.Entry entry : mapping.entries()) {
            formers.add(
                    plugins.containsKey(entry.key())
                            ? read(entry.key(), plugins.get(entry.key()), entry.value())
                            : Reading.wrong(entry.place(), GonePlugin.message(entry.key())));
        }
        return Reading.all(formers);
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> Reading<Former<?, ?, ?>> read(
            String plugin, Kind<D, L, A> kind, Tree tree) {
        return things(kind).read(tree).map(things -> new Former<>(plugin, kind, byKey(things)));
    }

    private static <L> SequencedMap<String, Optional<L>> byKey(List<Thing<L>> things) {
        var map = new LinkedHashMap<String, Optional<L>>();
        things.forEach(thing -> map.put(thing.key(), thing.seen()));
        return map;
    }

    @Override
    public Tree.Mapping write(List<Former<?, ?, ?>> formers) {
        var map = Tree.map();
        formers.forEach(former -> map.put(former.plugin(), write(former)));
        return map.build();
    }

    private static <L extends Keyed> Tree write(Former<?, L, ?> former) {
        var things = new ArrayList<Thing<L>>();
        former.things().forEach((key, seen) -> things.add(new Thing<>(key, seen)));
        return things(former.kind()).write(things);
    }

    @Override
    public Tree.Mapping schema() {
        var properties = Tree.map();
        plugins.forEach((plugin, kind) -> properties.put(plugin, things(kind).schema()));
        return Tree.map()
                .put("type", "object")
                .put("properties", properties.build())
                .put("additionalProperties", Tree.literal(false))
                .build();
    }

    private static <L extends Keyed> Shape<List<Thing<L>>> things(Kind<?, L, ?> kind) {
        Field<Thing<L>, String> key = required("key", Shape.text(), Thing::key);
        Field<Thing<L>, Optional<L>> seen = required("seen", new SeenShape<>(kind.live()), Thing::seen);
        return new EntriesShape<>(
                new RecordShape<>(List.of(key, seen), line -> new Thing<>(line.get(key), line.get(seen))), Thing::key);
    }
}
