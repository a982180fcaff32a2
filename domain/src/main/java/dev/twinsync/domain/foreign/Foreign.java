package dev.twinsync.domain.foreign;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.foreign.ForeignAction.Change;
import dev.twinsync.domain.foreign.ForeignAction.Create;
import dev.twinsync.domain.foreign.ForeignAction.Remove;
import dev.twinsync.domain.foreign.ForeignWish.Absent;
import dev.twinsync.domain.foreign.ForeignWish.Present;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kind of the things that a schema describes. What is wished is laid beside what is seen, line by line. */
public final class Foreign implements Kind<ForeignWish, ForeignThing, ForeignAction> {

    private static final String MASKED =
            "a secret was taken out of this wish, and twin does not know it: write what is wanted, or leave the line out";

    private final ForeignSchema schema;
    private final Shape<ForeignWish> desired;
    private final Shape<ForeignThing> live;
    private final Shape<ForeignAction> action;

    public Foreign(ForeignSchema schema) {
        this.schema = schema;
        var shapes = new ForeignShapes(schema);
        this.desired = shapes.wish();
        this.live = shapes.thing();
        this.action = shapes.action();
    }

    @Override
    public String name() {
        return schema.fragment().text();
    }

    @Override
    public Action.Stage stage() {
        return Action.Stage.OTHERS;
    }

    @Override
    public Shape<ForeignWish> desired() {
        return desired;
    }

    @Override
    public Shape<ForeignThing> live() {
        return live;
    }

    @Override
    public Shape<ForeignAction> action() {
        return action;
    }

    @Override
    public Stream<Step<ForeignAction>> decide(Pair<ForeignWish, ForeignThing> pair) {
        return switch (pair) {
            case Pair.Missing(Present wanted) ->
                wanted.isMasked()
                        ? Stream.of(new Step.Blocked<>(wanted.key(), MASKED))
                        : Stream.of(
                                new Step.Do<>(new Create(wanted.key(), wanted.lines()), "declared present, not there"));
            case Pair.Missing(Absent _) -> Stream.empty();
            case Pair.Both(Present wanted, var seen) -> change(wanted.key(), differing(wanted, seen));
            case Pair.Both(Absent(var key), var _) ->
                Stream.of(new Step.Do<>(new Remove(key), "declared absent, there"));
            case Pair.Unmanaged(var _) -> Stream.empty();
        };
    }

    private static SortedMap<String, Value> differing(Present wanted, ForeignThing seen) {
        var lines = new TreeMap<>(wanted.lines());
        lines.entrySet().removeIf(line -> line.getValue().equals(seen.lines().get(line.getKey())));
        return lines;
    }

    private static Stream<Step<ForeignAction>> change(String key, SortedMap<String, Value> lines) {
        if (lines.isEmpty()) {
            return Stream.empty();
        }
        return lines.values().stream().anyMatch(Value::isMasked)
                ? Stream.of(new Step.Blocked<>(key, MASKED))
                : Stream.of(new Step.Do<>(new Change(key, lines), "differs in " + String.join(", ", lines.keySet())));
    }

    @Override
    public Optional<ForeignThing> after(Optional<ForeignThing> seen, ForeignAction action) {
        return switch (action) {
            case Create(var key, var lines) -> Optional.of(new ForeignThing(key, lines));
            case Change(var _, var lines) -> seen.map(thing -> thing.with(lines));
            case Remove _ -> Optional.empty();
        };
    }

    @Override
    public ForeignWish adopt(ForeignThing seen) {
        var lines = new TreeMap<>(seen.lines());
        lines.keySet()
                .removeIf(name -> schema.line(name).filter(Line::isOnlySeen).isPresent());
        return new Present(seen.key(), lines);
    }

    @Override
    public Optional<ForeignWish> absent(String key) {
        try {
            return Optional.of(new Absent(schema.checkedKey(key)));
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ForeignWish> firstWish(ForeignThing seen) {
        return Optional.of(adopt(seen));
    }

    /** What was not wished, and what can only be seen, may be anything. */
    @Override
    public boolean fulfils(Optional<ForeignThing> expected, Optional<ForeignThing> found) {
        if (expected.isEmpty() || found.isEmpty()) {
            return expected.isEmpty() && found.isEmpty();
        }
        var there = found.get().lines();
        return schema.wishable().stream()
                .map(Line::name)
                .filter(expected.get().lines()::containsKey)
                .allMatch(name -> expected.get().lines().get(name).equals(there.get(name)));
    }

    /** The same thing as it may be shown. */
    public ForeignThing masked(ForeignThing thing, Redaction redaction) {
        var lines = new TreeMap<String, Value>();
        thing.lines().forEach((name, value) -> lines.put(name, new Masker(redaction).of(line(name), value)));
        return new ForeignThing(thing.key(), lines);
    }

    private Line line(String name) {
        return schema.line(name).orElseThrow(() -> new IllegalArgumentException("the schema has no " + name));
    }

    /** @return by name what a line says, for who shows the schema: {@code origin: required} */
    public Map<String, String> words() {
        var words = new TreeMap<String, String>();
        words.put(schema.key(), "the key");
        schema.lines()
                .forEach(line -> words.put(
                        line.name(),
                        line.isSecret()
                                ? "only seen, masked"
                                : line.isOnlySeen() ? "only seen" : line.isRequired() ? "required" : "optional"));
        return words;
    }
}
