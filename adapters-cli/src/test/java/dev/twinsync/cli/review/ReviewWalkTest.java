package dev.twinsync.cli.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Paint;
import dev.twinsync.cli.terminal.Progress;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.review.Decision;
import dev.twinsync.flow.review.Difference;
import dev.twinsync.flow.review.Difference.Sort;
import dev.twinsync.flow.review.Difference.Would;
import dev.twinsync.flow.review.Sides;
import dev.twinsync.git.HistogramComparison;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person says in a review, line by line, and what is shown meanwhile. */
class ReviewWalkTest {

    private static final Sides NOTHING =
            new Sides(Optional.empty(), Optional.empty(), new Redaction(_ -> "0".repeat(16), Set.of()));

    private final StringWriter screen = new StringWriter();
    private final List<String> questions = new ArrayList<>();

    private static Difference changed(String name) {
        return new Difference(
                "packages.debian",
                "packages",
                name,
                Sort.CHANGED,
                new Would(List.of("hold (declared on hold)"), List.of()),
                Optional.of(Tree.map().put("hold", Tree.literal(true)).build()),
                Optional.of(Tree.map().put("hold", Tree.literal(false)).build()),
                Optional.of(Tree.map().put("hold", Tree.literal(false)).build()),
                NOTHING);
    }

    private static Difference unmanaged(String name) {
        return new Difference(
                "packages.debian",
                "packages",
                name,
                Sort.UNMANAGED,
                new Would(List.of(), List.of()),
                Optional.empty(),
                Optional.of(Tree.map().put("name", name).build()),
                Optional.of(Tree.map().put("name", name).build()),
                NOTHING);
    }

    private Optional<List<Decision>> walk(List<Difference> differences, String... typed) {
        Deque<String> lines = new ArrayDeque<>(List.of(typed));
        var out = new PrintWriter(screen);
        var text = new DiffText(
                new DiffLines(new HistogramComparison(), Tree::inline, new DiffLines.Names("here", "wished")),
                new Paint(false));
        return new ReviewWalk(new Console(out, out, new Progress(out, false, false)), text, question -> {
                    questions.add(question);
                    return Optional.ofNullable(lines.poll());
                })
                .over(differences);
    }

    private static String choices(Optional<List<Decision>> decisions) {
        return decisions.orElseThrow().stream()
                .map(decision -> decision.choice() + " " + decision.about().key())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "a, APPLY",
        "apply, APPLY",
        "' Apply ', APPLY",
        "t, ADOPT",
        "adopt, ADOPT",
        "i, IGNORE",
        "ignore, IGNORE",
        "s, SKIP",
        "'', SKIP",
    })
    void a_word_or_its_letter_decides(String typed, String choice) {
        assertEquals(choice + " vim", choices(walk(List.of(changed("vim")), typed)));
    }

    @Test
    void what_was_not_understood_is_asked_again() {
        assertEquals("ADOPT vim", choices(walk(List.of(changed("vim")), "yes", "t")));
        assertEquals(2, questions.size());
        assertTrue(screen.toString().contains("make state/ say what is there"), screen::toString);
    }

    @Test
    void what_state_does_not_know_cannot_be_applied() {
        assertEquals("IGNORE nano", choices(walk(List.of(unmanaged("nano")), "a", "i")));
        assertFalse(questions.getFirst().contains("apply"), questions::toString);
    }

    @Test
    void the_difference_is_shown_when_asked_for() {
        walk(List.of(changed("vim")), "s");
        assertFalse(screen.toString().contains("+{hold: true}"), screen::toString);
        walk(List.of(changed("vim")), "d", "s");
        assertTrue(screen.toString().contains("+{hold: true}"), screen::toString);
    }

    @Test
    void one_can_go_back_and_decide_anew() {
        var three = Stream.of("a", "b", "c").map(ReviewWalkTest::changed).toList();
        assertEquals("ADOPT a, SKIP b, APPLY c", choices(walk(three, "b", "a", "a", "b", "b", "t", "s", "a")));
    }

    @Test
    void who_quits_leaves_the_rest_undecided() {
        var three = Stream.of("a", "b", "c").map(ReviewWalkTest::changed).toList();
        assertEquals("APPLY a, SKIP b, SKIP c", choices(walk(three, "a", "q")));
    }

    @Test
    void who_goes_away_has_decided_nothing() {
        assertTrue(walk(List.of(changed("a"), changed("b")), "a").isEmpty());
    }

    @Test
    void nothing_is_asked_where_nothing_differs() {
        assertEquals(List.of(), walk(List.of()).orElseThrow());
        assertEquals(List.of(), questions);
    }

    @Test
    void a_name_from_outside_is_escaped() {
        walk(List.of(changed("v\u001b[2Jm")), "d", "s");
        assertFalse(screen.toString().contains("\u001b[2J"));
    }
}
