package dev.twinsync.domain.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.foreign.ForeignAction.Change;
import dev.twinsync.domain.foreign.ForeignAction.Create;
import dev.twinsync.domain.foreign.ForeignAction.Remove;
import dev.twinsync.domain.foreign.ForeignWish.Absent;
import dev.twinsync.domain.foreign.ForeignWish.Present;
import dev.twinsync.domain.foreign.Value.Table;
import dev.twinsync.domain.foreign.Value.Text;
import dev.twinsync.domain.foreign.Value.Texts;
import dev.twinsync.domain.foreign.Value.Truth;
import dev.twinsync.domain.foreign.Value.Whole;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

/** The laws for a schema with a line of every type, and for schemas that are made up. */
public class ForeignTest extends KindLaws<ForeignWish, ForeignThing, ForeignAction> {

    private GeneratedSchema generated = GeneratedSchema.OF_EVERY_TYPE;
    private Foreign kind = generated.kind();

    private static ForeignTest of(GeneratedSchema schema) {
        var laws = new ForeignTest();
        laws.generated = schema;
        laws.kind = schema.kind();
        return laws;
    }

    @Override
    protected Kind<ForeignWish, ForeignThing, ForeignAction> kind() {
        return kind;
    }

    @Override
    protected Arbitrary<ForeignWish> wish() {
        Arbitrary<ForeignWish> present =
                Combinators.combine(key(), lines(true, true)).as(Present::new);
        return Arbitraries.oneOf(present, present, key().map(Absent::new));
    }

    @Override
    protected Arbitrary<ForeignThing> seen() {
        return Combinators.combine(key(), lines(false, true)).as(ForeignThing::new);
    }

    @Override
    protected Arbitrary<ForeignAction> action() {
        return Arbitraries.oneOf(
                Combinators.combine(key(), lines(true, true)).as(Create::new),
                Combinators.combine(key(), lines(true, false).filter(lines -> !lines.isEmpty()))
                        .as(Change::new),
                key().map(Remove::new));
    }

    /** Judged by what each line says in words, without the planner. */
    @Override
    protected boolean agrees(ForeignWish wish, Optional<ForeignThing> found) {
        return switch (wish) {
            case Absent _ -> found.isEmpty();
            case Present(var _, var lines) ->
                found.isPresent()
                        && lines.entrySet().stream()
                                .allMatch(line -> String.valueOf(
                                                found.get().lines().get(line.getKey()))
                                        .equals(line.getValue().toString()));
        };
    }

    private static Arbitrary<String> key() {
        return Arbitraries.of("user/a", "user/b", "system/a");
    }

    private Arbitrary<Map<String, Value>> lines(boolean onlyWishable, boolean isWhole) {
        Arbitrary<Map<String, Value>> all = Arbitraries.just(Map.of());
        for (var line : generated.lines()) {
            if (!onlyWishable || !line.isOnlySeen()) {
                var values = values(line.type());
                var maybe = isWhole && line.isRequired() ? values.map(Optional::of) : values.optional();
                all = Combinators.combine(all, maybe).as((before, value) -> with(before, line.name(), value));
            }
        }
        return all;
    }

    private static Map<String, Value> with(Map<String, Value> before, String name, Optional<Value> value) {
        var all = new TreeMap<>(before);
        value.ifPresent(one -> all.put(name, one));
        return all;
    }

    private static Arbitrary<Value> values(ValueType type) {
        return switch (type) {
            case ValueType.OfText(var grammar) ->
                Arbitraries.of(grammar.words().isEmpty() ? List.of("a", "b:1", "it's", "true") : grammar.words())
                        .map(Text::new);
            case ValueType.OfTruth() -> Arbitraries.of(true, false).map(Truth::new);
            case ValueType.OfNumber() -> Arbitraries.of(0L, -1L, 7L).map(Whole::new);
            case ValueType.OfTexts _ ->
                Arbitraries.of("a", "b").list().ofMaxSize(2).map(Texts::new);
            case ValueType.OfTable _ ->
                Arbitraries.maps(Arbitraries.of("A", "B"), Arbitraries.of("1", "2"))
                        .ofMaxSize(2)
                        .map(Table::new);
        };
    }

    private record Tried(ForeignTest laws, Case<ForeignWish, ForeignThing> example) {}

    @Test
    void whatever_the_schema_is_the_wish_is_reached_and_nothing_is_left_to_do() {
        var tried = GeneratedSchema.any()
                .map(ForeignTest::of)
                .flatMap(laws -> laws.cases().map(example -> new Tried(laws, example)));
        Property.forAll(tried, one -> one.laws().reaches(one.example()));
    }

    private void reaches(Case<ForeignWish, ForeignThing> example) {
        var machine = new TreeMap<String, ForeignThing>();
        example.live().forEach(thing -> machine.put(thing.key(), thing));
        for (Step<ForeignAction> step : steps(example.desired(), example.live())) {
            var action = (ForeignAction) assertInstanceOf(Step.Do.class, step).action();
            kind.after(Optional.ofNullable(machine.remove(action.key())), action)
                    .ifPresent(thing -> machine.put(thing.key(), thing));
        }
        example.desired()
                .forEach(wish -> assertTrue(agrees(wish, Optional.ofNullable(machine.get(wish.key()))), wish::key));
        assertEquals(List.of(), steps(example.desired(), List.copyOf(machine.values())));
    }

    private List<Step<ForeignAction>> steps(List<ForeignWish> desired, List<ForeignThing> live) {
        return kind.plan(desired, new Observation.Seen<>(live));
    }

    private static Optional<ForeignAction> done(Step<ForeignAction> step) {
        return step instanceof Step.Do<ForeignAction>(var action, var _) ? Optional.of(action) : Optional.empty();
    }

    @Test
    void a_change_carries_only_what_is_wished_and_differs() {
        var seen = new ForeignThing("user/a", Map.of("origin", new Text("x"), "pinned", new Truth(true)));
        var wish = new Present("user/a", Map.of("origin", new Text("y"), "pinned", new Truth(true)));
        var steps = steps(List.of(wish), List.of(seen));
        assertEquals(
                List.of(new Step.Do<>(new Change("user/a", Map.of("origin", new Text("y"))), "differs in origin")),
                steps);
    }

    @Test
    void what_was_not_wished_may_be_anything_afterwards_and_what_was_wished_may_not() {
        var after = kind.after(Optional.empty(), new Create("user/a", Map.of("origin", new Text("x"))));
        var more = new ForeignThing("user/a", Map.of("origin", new Text("x"), "version", new Text("1")));
        assertTrue(kind.fulfils(after, Optional.of(more)));
        var other = new ForeignThing("user/a", Map.of("origin", new Text("z"), "version", new Text("1")));
        assertTrue(!kind.fulfils(after, Optional.of(other)));
        assertTrue(!kind.fulfils(after, Optional.empty()));
        assertTrue(!kind.fulfils(Optional.empty(), Optional.of(more)));
    }

    @Test
    void a_mask_is_never_written_anywhere() {
        var masked = new Present("user/a", Map.of("origin", new Text("‹secret 0123456789abcdef›")));
        assertTrue(masked.isMasked());
        assertInstanceOf(Step.Blocked.class, steps(List.of(masked), List.of()).getFirst());
        var seen = new ForeignThing("user/a", Map.of("origin", new Text("x")));
        assertInstanceOf(
                Step.Blocked.class, steps(List.of(masked), List.of(seen)).getFirst());
        var same = new ForeignThing("user/a", masked.lines());
        assertEquals(List.of(), steps(List.of(masked), List.of(same)));
    }

    @Test
    void a_secret_is_masked_whatever_it_is_and_other_lines_where_they_look_like_one() {
        var redaction = new Redaction(secret -> "0123456789abcdef", Set.of());
        var thing = new ForeignThing(
                "user/a",
                Map.of(
                        "token", new Text("hello"),
                        "origin", new Text("https://alice:sW0rdfish-9x@example.org"),
                        "environment", new Table(Map.of("DB_PASSWORD", "sW0rdfish-9x", "HOME", "/x"))));
        var shown = kind.masked(thing, redaction).lines();
        assertEquals(new Text("‹secret 0123456789abcdef›"), shown.get("token"));
        assertTrue(!shown.toString().contains("sW0rdfish"), shown::toString);
        assertTrue(shown.get("environment").toString().contains("HOME=/x"), shown::toString);
        assertInstanceOf(Reading.Value.class, kind.live().read(kind.live().write(kind.masked(thing, redaction))));
    }
}
