package dev.twinsync.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinsync.domain.Action;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.desktop.DesktopTest;
import dev.twinsync.domain.homeassistant.HomeAssistantConfigTest;
import dev.twinsync.domain.packages.PackagesTest;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.SchemaDocument;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.yaml.Mutants;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schema of every Shape against the Shape itself: what one accepts the other accepts. There are two exceptions. No
 * schema can say that two entries must not have the same name. And text that looks like a number is text for twin, with or
 * without quotes, while the schema asks for the quotes, since other readers would make 1.1 of 1.10.
 */
class SchemaTest {

    private static final String UNSAYABLE = "is declared twice";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    /** A Shape and values of it. */
    record Described<T>(String title, Shape<T> shape, Arbitrary<T> values) {

        Schema schema() {
            return REGISTRY.getSchema(JsonTree.pretty(SchemaDocument.of(title, shape)), InputFormat.JSON);
        }

        boolean accepts(Tree tree) {
            return shape.read(tree) instanceof Reading.Value<T>;
        }

        List<String> unsaid(Tree tree) {
            return shape.read(tree).problems().stream()
                    .map(Problem::message)
                    .filter(message -> message.contains(UNSAYABLE))
                    .toList();
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** Of the desktop only wishes: what is seen and done holds typed text, whose grammar no schema can say. */
    static Stream<Described<?>> documents() {
        return Stream.of(
                        of(new PackagesTest()),
                        of(new HomeAssistantConfigTest()),
                        of(new DesktopTest()).limit(1))
                .flatMap(documents -> documents);
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> Stream<Described<?>> of(
            KindLaws<D, L, A> laws) {
        var kind = laws.kindUnderTest();
        return Stream.of(
                new Described<>("state/" + kind.name(), FragmentShapes.desired(kind), laws.anyWishes()),
                new Described<>("live/" + kind.name(), FragmentShapes.live(kind), looks(laws.anyMachine())),
                new Described<>("action of " + kind.name(), kind.action(), laws.anyAction()));
    }

    private static <L extends Keyed> Arbitrary<Observation<L>> looks(Arbitrary<List<L>> machines) {
        var gaps = Arbitraries.of("alice/*", "bob")
                .map(keys -> new Gap(keys, "no permission"))
                .list()
                .ofMaxSize(2);
        Arbitrary<Observation<L>> seen = Combinators.combine(machines, gaps).as(Observation.Seen::new);
        Arbitrary<Observation<L>> unavailable = Arbitraries.of("no such tool").map(Observation.Unavailable::new);
        return Arbitraries.oneOf(seen, seen, unavailable);
    }

    @ParameterizedTest
    @MethodSource("documents")
    <T> void the_schema_is_a_schema(Described<T> document) {
        var meta = REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_7.getDialectId()));
        assertEquals(List.of(), errors(meta, SchemaDocument.of(document.title(), document.shape())));
    }

    @ParameterizedTest
    @MethodSource("documents")
    <T> void what_twin_writes_fits_the_schema(Described<T> document) {
        var schema = document.schema();
        Property.forAll(
                document.values(),
                value -> assertEquals(List.of(), errors(schema, document.shape().write(value))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    <T> void the_schema_accepts_what_the_shape_accepts(Described<T> document) {
        var schema = document.schema();
        var good = new AtomicInteger();
        var bad = new AtomicInteger();
        Property.forAll(
                Combinators.combine(document.values(), Arbitraries.longs())
                        .as((value, seed) ->
                                new Mutants(seed).of(document.shape().write(value))),
                tree -> {
                    boolean accepted = document.accepts(tree);
                    (accepted ? good : bad).incrementAndGet();
                    var errors = errors(schema, accepted ? quoted(document, tree) : tree);
                    assertTrue(
                            accepted == errors.isEmpty()
                                    || !document.unsaid(tree).isEmpty(),
                            () -> JsonTree.compact(tree) + "\nthe Shape: "
                                    + document.shape().read(tree) + "\nthe schema: " + errors);
                });
        assertTrue(good.get() > 20 && bad.get() > 20, () -> good + " good and " + bad + " bad documents are too few");
    }

    private static List<Error> errors(Schema schema, Tree tree) {
        return schema.validate(JsonTree.compact(tree), InputFormat.JSON);
    }

    /** Puts quotes round what the Shape takes for text anyway. */
    private static Tree quoted(Described<?> document, Tree tree) {
        var current = tree;
        for (int scalar = 0; scalar < scalars(tree); scalar++) {
            var quoted = quote(current, new int[] {scalar});
            current = document.accepts(quoted) ? quoted : current;
        }
        return current;
    }

    private static int scalars(Tree tree) {
        return switch (tree) {
            case Tree.Scalar _ -> 1;
            case Tree.Sequence(var items, var _) ->
                items.stream().mapToInt(SchemaTest::scalars).sum();
            case Tree.Mapping(var entries, var _) ->
                entries.stream().mapToInt(entry -> scalars(entry.value())).sum();
        };
    }

    /** @param countdown how many scalars stand before the one that is meant */
    private static Tree quote(Tree tree, int[] countdown) {
        return switch (tree) {
            case Tree.Scalar(var text, var _, var place)
            when countdown[0]-- == 0 -> new Tree.Scalar(text, false, place);
            case Tree.Scalar other -> other;
            case Tree.Sequence(var items, var place) ->
                new Tree.Sequence(
                        items.stream().map(item -> quote(item, countdown)).toList(), place);
            case Tree.Mapping(var entries, var place) ->
                new Tree.Mapping(
                        entries.stream()
                                .map(entry ->
                                        new Tree.Entry(entry.key(), quote(entry.value(), countdown), entry.place()))
                                .toList(),
                        place);
        };
    }
}
