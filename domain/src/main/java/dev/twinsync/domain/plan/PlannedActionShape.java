package dev.twinsync.domain.plan;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Action.Risk;
import dev.twinsync.domain.Action.Undo;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An action's own lines, followed by what it was decided on, in one map. */
final class PlannedActionShape<L extends Keyed, A extends Action> implements Shape<PlannedAction<L, A>> {

    /** What stands beside the action's own lines; {@code id}, {@code risk} and {@code undo} follow from the rest. */
    private record Circumstances<L>(
            String id,
            String why,
            Optional<L> seen,
            List<String> effects,
            List<String> requires,
            Optional<String> peril,
            Risk risk,
            Undo undo) {}

    private final String plugin;
    private final Shape<A> action;
    private final RecordShape<Circumstances<L>> circumstances;

    PlannedActionShape(String plugin, Kind<?, L, A> kind) {
        this.plugin = plugin;
        this.action = kind.action();
        this.circumstances = circumstances(kind.live());
    }

    private static <L> RecordShape<Circumstances<L>> circumstances(Shape<L> live) {
        Field<Circumstances<L>, String> id = required("id", Shape.text(), Circumstances::id);
        Field<Circumstances<L>, String> why = required("why", Shape.text(), Circumstances::why);
        Field<Circumstances<L>, Optional<L>> seen = required("seen", new SeenShape<>(live), Circumstances::seen);
        Field<Circumstances<L>, List<String>> effects =
                withDefault("effects", Shape.list(Shape.text()), List.of(), Circumstances::effects);
        Field<Circumstances<L>, List<String>> requires =
                withDefault("requires", Shape.list(Shape.text()), List.of(), Circumstances::requires);
        Field<Circumstances<L>, Optional<String>> peril = optional("peril", Shape.text(), Circumstances::peril);
        Field<Circumstances<L>, Risk> risk = required("risk", Shape.word(Risk.class), Circumstances::risk);
        Field<Circumstances<L>, Undo> undo = required("undo", Shape.word(Undo.class), Circumstances::undo);
        return new RecordShape<>(
                List.of(id, why, seen, effects, requires, peril, risk, undo),
                line -> new Circumstances<>(
                        line.get(id),
                        line.get(why),
                        line.get(seen),
                        line.get(effects),
                        line.get(requires),
                        line.get(peril),
                        line.get(risk),
                        line.get(undo)));
    }

    @Override
    public Reading<PlannedAction<L, A>> read(Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return Reading.wrong(tree.place(), "expected an action, found " + tree.described());
        }
        var about = mapping.entries().stream()
                .collect(Collectors.partitioningBy(entry -> circumstanceKeys().contains(entry.key())));
        return action.read(new Tree.Mapping(about.get(false), mapping.place()))
                .then(done -> circumstances
                        .read(new Tree.Mapping(about.get(true), mapping.place()))
                        .mapAt(mapping.place(), found -> combine(done, found)));
    }

    private PlannedAction<L, A> combine(A done, Circumstances<L> found) {
        var planned =
                new PlannedAction<>(done, found.seen(), found.why(), found.effects(), found.requires(), found.peril());
        if (!circumstancesOf(planned).equals(found)) {
            throw new IllegalArgumentException("id, risk or undo do not belong to this action: was it edited?");
        }
        return planned;
    }

    private Circumstances<L> circumstancesOf(PlannedAction<L, A> planned) {
        var what = planned.action();
        return new Circumstances<>(
                plugin + "/" + what.op() + "/" + what.key(),
                planned.why(),
                planned.seen(),
                planned.effects(),
                planned.requires(),
                planned.peril(),
                planned.risk(),
                what.undo());
    }

    @Override
    public Tree.Mapping write(PlannedAction<L, A> planned) {
        var about = circumstances.write(circumstancesOf(planned)).entries();
        var lines = new ArrayList<Tree.Entry>();
        lines.add(about.getFirst());
        lines.addAll(((Tree.Mapping) action.write(planned.action())).entries());
        lines.addAll(about.subList(1, about.size()));
        return new Tree.Mapping(lines, Place.NONE);
    }

    /** Each variant of the action, with the circumstances beside its own lines. */
    @Override
    public Tree.Mapping schema() {
        return Tree.map()
                .put("allOf", Tree.list(List.of(open(circumstances.schema()), open(action.schema()))))
                .build();
    }

    /** A schema that does not mind the lines of the other one. */
    private static Tree.Mapping open(Tree.Mapping schema) {
        var copy = Tree.map();
        schema.entries().stream()
                .filter(entry -> !entry.key().equals("additionalProperties"))
                .forEach(entry -> copy.put(entry.key(), entry.key().equals("oneOf") ? openAll(entry) : entry.value()));
        return copy.build();
    }

    private static Tree openAll(Tree.Entry choices) {
        return Tree.list(((Tree.Sequence) choices.value())
                .items().stream().map(choice -> open((Tree.Mapping) choice)).toList());
    }

    private Set<String> circumstanceKeys() {
        return circumstances.fields().stream().map(Field::key).collect(Collectors.toSet());
    }
}
