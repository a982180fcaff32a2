package dev.twinsync.flow.review;

import static dev.twinsync.flow.SimulatedTwin.absent;
import static dev.twinsync.flow.SimulatedTwin.installed;
import static dev.twinsync.flow.SimulatedTwin.present;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two commits of a machine and its wish. */
class CompareContentsTest {

    private final SimulatedTwin machine = new SimulatedTwin();

    @BeforeEach
    void one_commit() throws IOException {
        machine.packages.put(installed("vim"));
        machine.init();
        machine.wish(present("vim"), present("git"));
        machine.repo.commit("first", Set.of("state"));
    }

    private CompareContents sinceThen() throws IOException {
        return new CompareContents(machine.twin(), machine.repo.at("HEAD"), machine.repo);
    }

    private static CompareContents.Result value(Reading<CompareContents.Result> reading) {
        return switch (reading) {
            case Reading.Value<CompareContents.Result>(var result) -> result;
            case Reading.Wrong<CompareContents.Result>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> sorts(CompareContents.Result result) {
        return result.changes().stream()
                .map(change -> change.sort() + " " + change.name())
                .toList();
    }

    @Test
    void a_wish_is_added_changed_or_taken_out() throws IOException {
        machine.wish(absent("git"), present("nano"));
        var result = value(sinceThen().ofWishes(Selection.EVERYTHING));
        assertEquals(List.of("CHANGED packages:git", "ADDED packages:nano", "REMOVED packages:vim"), sorts(result));
        assertEquals(
                List.of("ADDED packages:nano"),
                sorts(value(sinceThen().ofWishes(new Selection(List.of("packages:nano"))))));
        assertTrue(sinceThen().ofWishes(new Selection(List.of("nonsense"))) instanceof Reading.Wrong<?>);
    }

    @Test
    void what_says_the_same_does_not_differ() throws IOException {
        assertTrue(value(sinceThen().ofWishes(Selection.EVERYTHING)).isEmpty());
        assertTrue(value(sinceThen().ofLive(Selection.EVERYTHING)).isEmpty());
    }

    @Test
    void what_was_seen_is_compared_too() throws IOException {
        var then = machine.repo.head().orElseThrow();
        machine.packages.put(installed("git"));
        machine.packages.remove("vim");
        machine.snapshot();
        var comparison = new CompareContents(machine.twin(), machine.repo.at(then), machine.repo);
        assertEquals(
                List.of("ADDED packages:git", "REMOVED packages:vim"),
                sorts(value(comparison.ofLive(Selection.EVERYTHING))));
    }

    @Test
    void what_could_not_be_seen_at_one_of_the_moments_is_not_gone() throws IOException {
        var then = machine.repo.head().orElseThrow();
        machine.packages.fail("dpkg is locked");
        machine.snapshot();
        var result = value(
                new CompareContents(machine.twin(), machine.repo.at(then), machine.repo).ofLive(Selection.EVERYTHING));
        assertEquals(List.of(), result.changes());
        assertEquals(
                List.of(new Differences.Unseen("packages.debian", "packages", "*", "after: dpkg is locked")),
                result.unseen());
    }
}
