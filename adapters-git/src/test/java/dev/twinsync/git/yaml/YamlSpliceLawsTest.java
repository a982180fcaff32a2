package dev.twinsync.git.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.Samples;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.port.Edit;
import dev.twinsync.port.EditedTree;
import dev.twinsync.port.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

/** Whatever a person wrote and however: an edit changes what it is for and not a byte besides. */
class YamlSpliceLawsTest {

    private record Case(Scribe.Written document, Edit edit) {}

    private static Arbitrary<Case> cases() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(1, 14))
                .as((seed, size) -> {
                    var document = Scribe.write(seed, size);
                    return new Case(document, edit(document, new Random(seed + 1)));
                });
    }

    private static Edit edit(Scribe.Written document, Random random) {
        var pointers = document.regions().keySet().stream()
                .sorted(Comparator.comparing(Pointer::toString))
                .toList();
        var at = pointers.get(random.nextInt(pointers.size()));
        var samples = new Samples(random);
        var comment = random.nextInt(3) == 0 ? Optional.of("because: [it] # is") : Optional.<String>empty();
        var there = node(document.tree(), at);
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Edit.Remove(at);
            case 2 -> new Edit.Set(at, samples.scalar(), comment);
            case 3 -> new Edit.Set(at, samples.any(4), comment);
            default ->
                switch (there) {
                    case Tree.Sequence(var items, var _)
                    when random.nextInt(3) == 0 ->
                        new Edit.Insert(at.item(random.nextInt(items.size() + 1)), samples.any(4));
                    case Tree.Sequence _ -> new Edit.Append(at, samples.any(4), comment);
                    case Tree.Mapping _ -> new Edit.Set(at.key("new").key("one"), samples.any(3), comment);
                    case Tree.Scalar _ -> new Edit.Set(Pointer.of("new"), samples.any(4), comment);
                };
        };
    }

    private static Tree node(Tree root, Pointer at) {
        var node = root;
        for (Pointer.Step step : at.steps()) {
            node = switch (step) {
                case Pointer.Step.Key(var key) -> ((Tree.Mapping) node).get(key).orElseThrow();
                case Pointer.Step.Index(var index) ->
                    ((Tree.Sequence) node).items().get(index);
            };
        }
        return node;
    }

    private static String spliced(Case one) {
        try {
            var before = one.document().text().getBytes(StandardCharsets.UTF_8);
            return new String(YamlSplice.edit("x.yaml", before, List.of(one.edit())), StandardCharsets.UTF_8);
        } catch (RepoFault refused) {
            throw new AssertionError("refused: " + refused.getMessage(), refused);
        }
    }

    private static Tree read(String text) {
        var read = YamlTree.read("x.yaml", text.getBytes(StandardCharsets.UTF_8));
        return (Tree) assertInstanceOf(Reading.Value.class, read, () -> read + "\n" + text)
                .value();
    }

    @Test
    void a_document_is_read_as_the_scribe_meant_it() {
        Property.forSome(
                3_000,
                cases(),
                one -> assertTrue(
                        read(one.document().text()).saysTheSameAs(one.document().tree()),
                        () -> one.document().tree().inline()));
    }

    @Test
    void no_edit_is_refused_and_what_comes_of_it_says_what_was_wanted() {
        Property.forAll(cases(), one -> {
            var wanted = wanted(one);
            var after = spliced(one);
            assertTrue(read(after).saysTheSameAs(wanted), () -> wanted.inline() + "\n" + after);
        });
    }

    private static Tree wanted(Case one) {
        try {
            return EditedTree.of(one.document().tree(), one.edit());
        } catch (EditedTree.Unfit unfit) {
            throw new AssertionError(unfit);
        }
    }

    @Test
    void nothing_is_touched_outside_of_what_is_edited() {
        Property.forAll(cases(), one -> {
            var before = one.document().text();
            var after = spliced(one);
            var may = mayChange(one);
            var head = before.substring(0, may.from());
            var tail = before.substring(may.to());
            assertTrue(
                    after.length() >= head.length() + tail.length() && after.startsWith(head) && after.endsWith(tail),
                    () -> one.edit() + " may change \"" + before.substring(may.from(), may.to()) + "\" only:\n"
                            + after);
        });
    }

    private record Span(int from, int to) {}

    /** What of the text before is the edit's own. */
    private static Span mayChange(Case one) {
        var regions = one.document().regions();
        int all = one.document().text().length();
        var at = one.edit().at();
        return switch (one.edit()) {
            case Edit.Set(var _, var value, var _)
            when isLeaf(one, at) && value instanceof Tree.Scalar ->
                new Span(regions.get(at).valueFrom(), regions.get(at).valueTo());
            case Edit.Set _ when regions.containsKey(at) -> span(regions.get(at));
            case Edit.Set _ -> within(one, at, all);
            case Edit.Append _ -> span(regions.get(at));
            case Edit.Insert _ -> within(one, at, all);
            case Edit.Remove _ -> within(one, at, all);
        };
    }

    private static boolean isLeaf(Case one, Pointer at) {
        return one.document().regions().containsKey(at) && node(one.document().tree(), at) instanceof Tree.Scalar;
    }

    /** What it stands in. */
    private static Span within(Case one, Pointer at, int all) {
        for (int size = at.steps().size() - 1; size > 0; size--) {
            var above = one.document().regions().get(new Pointer(at.steps().subList(0, size)));
            if (above != null) {
                return span(above);
            }
        }
        return new Span(0, all);
    }

    private static Span span(Scribe.Region region) {
        return new Span(region.from(), region.to());
    }

    @Test
    void what_is_added_takes_nothing_away() {
        Property.forAll(cases(), one -> {
            if (isAddition(one)) {
                assertSubsequence(one.document().text(), spliced(one));
            }
        });
    }

    private static boolean isAddition(Case one) {
        return switch (one.edit()) {
            case Edit.Append(var at, var _, var _) ->
                hasItems(node(one.document().tree(), at));
            case Edit.Insert(var at, var _) ->
                hasItems(node(
                        one.document().tree(),
                        new Pointer(at.steps().subList(0, at.steps().size() - 1))));
            case Edit.Set(var at, var _, var _) -> at.toString().contains("new");
            case Edit.Remove _ -> false;
        };
    }

    private static boolean hasItems(Tree tree) {
        return tree instanceof Tree.Sequence(var items, var _) && !items.isEmpty();
    }

    private static void assertSubsequence(String shorter, String longer) {
        int at = 0;
        for (char letter : shorter.toCharArray()) {
            at = longer.indexOf(letter, at) + 1;
            assertTrue(at > 0, () -> "something is gone of\n" + shorter + "\nin\n" + longer);
        }
    }

    @Test
    void what_is_taken_out_takes_its_own_comments_and_nothing_of_others() {
        Property.forAll(cases(), one -> {
            if (one.edit() instanceof Edit.Remove(var at)) {
                assertRemoved(one, at);
            }
        });
    }

    private static void assertRemoved(Case one, Pointer at) {
        var after = spliced(one);
        for (Scribe.Note note : one.document().notes()) {
            boolean isOwn = note.owner().filter(owner -> isAtOrBelow(owner, at)).isPresent();
            boolean isElsewhere =
                    note.owner().filter(owner -> !isAtOrBelow(owner, at)).isPresent();
            boolean isLeft = after.contains(note.words());
            assertTrue(!isOwn || !isLeft, () -> note + " is left:\n" + after);
            assertTrue(!isElsewhere || isLeft, () -> note + " is gone:\n" + after);
        }
        assertOthersStay(one, at, after);
    }

    private static boolean isAtOrBelow(Pointer owner, Pointer at) {
        return owner.steps().size() >= at.steps().size()
                && owner.steps().subList(0, at.steps().size()).equals(at.steps());
    }

    /** Each line that is of no part of what went is there still, in order. */
    private static void assertOthersStay(Case one, Pointer at, String after) {
        var region = one.document().regions().get(at);
        var text = one.document().text();
        if (region.inFlow() || region.isCompact()) {
            return;
        }
        var rest = text.substring(0, region.from()) + text.substring(region.to());
        boolean hasSiblings = Map.copyOf(one.document().regions()).keySet().stream()
                .anyMatch(other -> !other.equals(at)
                        && other.steps().size() == at.steps().size()
                        && other.steps()
                                .subList(0, at.steps().size() - 1)
                                .equals(at.steps().subList(0, at.steps().size() - 1)));
        if (hasSiblings) {
            assertEquals(
                    String.join("\n", rest.lines().toList()),
                    String.join("\n", after.lines().toList()),
                    () -> one.edit() + text);
        }
    }
}
