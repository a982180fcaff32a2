package dev.twinsync.flow.review;

import static dev.twinsync.flow.SimulatedTwin.absent;
import static dev.twinsync.flow.SimulatedTwin.installed;
import static dev.twinsync.flow.SimulatedTwin.present;
import static dev.twinsync.flow.SimulatedTwin.service;
import static dev.twinsync.flow.SimulatedTwin.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.review.Decision.Choice;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.view.Ignored;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After any mix of decisions, what is left to be planned is what nobody decided. */
class ReviewTest {

    private final SimulatedTwin machine = new SimulatedTwin();

    /** Of every sort one or two: missing, unwanted, changed, unmanaged. */
    private static SimulatedTwin drifted() throws IOException {
        var machine = new SimulatedTwin();
        machine.packages.put(installed("vim"));
        machine.services.put(service("a.service", UnitFileState.ENABLED, true));
        machine.services.put(service("b.service", UnitFileState.ENABLED, true));
        machine.init();
        machine.repo.write(Configuration.document(), Configuration.DEFAULT);
        Stream.of("nano", "telnet", "rsh").forEach(name -> machine.packages.put(installed(name)));
        machine.wish(present("vim"), present("git"), present("curl"), absent("telnet"), absent("rsh"));
        machine.wish(wanted("a.service", false, true), wanted("b.service", true, false));
        return machine;
    }

    private static List<Difference> differences(SimulatedTwin machine) throws IOException {
        var twin = machine.twin();
        return switch (new Differences(twin, false).of(twin.view().survey().ofMachine(), Selection.EVERYTHING)) {
            case Reading.Value<Differences.Report>(var report) -> report.all();
            case Reading.Wrong<Differences.Report>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> planned(SimulatedTwin machine) throws IOException {
        return planned(machine.plan());
    }

    private static List<String> planned(Plan plan) {
        return plan.sections().stream()
                .flatMap(section -> section.actions().stream()
                        .map(planned ->
                                section.kind().name() + ":" + planned.action().key()))
                .distinct()
                .sorted()
                .toList();
    }

    private static void carryOut(SimulatedTwin machine, List<Decision> decisions) throws IOException {
        var kept =
                assertInstanceOf(Review.Result.Kept.class, new Review(machine.twin()).keep(decisions, Duration.ZERO));
        assertEquals(List.of(), kept.leftOut());
        machine.ignored = new Ignored(kept.ignored());
        if (!Review.names(decisions, Choice.APPLY).isEmpty()) {
            assertInstanceOf(Reading.Value.class, new Review(machine.twin()).plan(decisions, Duration.ofHours(24)));
            var done = assertInstanceOf(RunResult.Finished.class, machine.apply());
            assertEquals(true, done.succeeded());
        }
    }

    /** By the place of a difference, taken from the beginning again where there are more. */
    @Provide
    Arbitrary<List<Choice>> choices() {
        return Arbitraries.of(Choice.class).list().ofSize(7);
    }

    @Property(tries = 60)
    void what_is_left_is_what_was_skipped(@ForAll("choices") List<Choice> choices) throws IOException {
        var machine = drifted();
        var decisions = new ArrayList<Decision>();
        var all = differences(machine);
        for (Difference one : all) {
            var choice = choices.get(decisions.size());
            decisions.add(new Decision(one, choice.suits(one) ? choice : Choice.SKIP));
        }
        assertEquals(7, all.size());

        carryOut(machine, decisions);

        var skipped = Review.names(decisions, Choice.SKIP);
        assertEquals(
                all.stream()
                        .filter(one -> skipped.contains(one.name()) && one.canApply())
                        .map(Difference::name)
                        .sorted()
                        .toList(),
                planned(machine));
        assertEquals(
                skipped, differences(machine).stream().map(Difference::name).toList());
    }

    @Test
    void what_was_skipped_is_not_in_the_plan_that_is_applied() throws IOException {
        var drifted = drifted();
        var decisions = differences(drifted).stream()
                .map(one -> new Decision(one, one.key().equals("git") ? Choice.APPLY : Choice.SKIP))
                .toList();
        var saved =
                assertInstanceOf(Reading.Value.class, new Review(drifted.twin()).plan(decisions, Duration.ofHours(24)));
        assertEquals(List.of("packages:git"), planned(((SavedPlan) saved.value()).plan()));
    }

    /** Two folders on the machine and in no document, of which the name of one is a pattern that both meet. */
    private static SimulatedTwin twoFolders() throws IOException {
        var machine = new SimulatedTwin();
        machine.init();
        machine.repo.write(Configuration.document(), Configuration.DEFAULT);
        machine.wish(SimulatedTwin.folder("/etc/a*", List.of()), SimulatedTwin.folder("/etc/ab", List.of()));
        return machine;
    }

    private static List<Decision> decided(SimulatedTwin machine, Choice choice) throws IOException {
        return differences(machine).stream()
                .map(one -> new Decision(one, one.key().equals("/etc/a*") ? choice : Choice.SKIP))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"APPLY", "IGNORE", "ADOPT"})
    void what_is_decided_about_a_file_whose_name_is_a_pattern_holds_for_no_other(Choice choice) throws IOException {
        var machine = twoFolders();
        carryOut(machine, decided(machine, choice));
        assertEquals(List.of("files:/etc/ab"), planned(machine));
    }

    @Test
    void a_file_with_a_blank_at_its_end_is_not_the_one_without() throws IOException {
        var machine = new SimulatedTwin();
        machine.init();
        machine.wish(SimulatedTwin.folder("/etc/a", List.of()), SimulatedTwin.folder("/etc/a ", List.of()));
        var decisions = differences(machine).stream()
                .map(one -> new Decision(one, one.key().endsWith(" ") ? Choice.APPLY : Choice.SKIP))
                .toList();
        carryOut(machine, decisions);
        assertEquals(List.of("files:/etc/a"), planned(machine));
    }

    @Test
    void what_cannot_be_written_down_as_ignored_is_refused_in_words_before_anything_is_adopted() throws IOException {
        machine.init();
        machine.repo.write(Configuration.document(), Configuration.DEFAULT);
        machine.wish(SimulatedTwin.folder("/etc/a\u200b", List.of()), SimulatedTwin.folder("/etc/b", List.of()));
        var decisions = differences(machine).stream()
                .map(one -> new Decision(one, one.key().equals("/etc/b") ? Choice.ADOPT : Choice.IGNORE))
                .toList();
        var refused = assertInstanceOf(
                Review.Result.Unreadable.class, new Review(machine.twin()).keep(decisions, Duration.ZERO));
        var words = refused.problems().getFirst().message();
        assertTrue(words.contains("files:/etc/a\\u200b") && words.contains("? for what cannot be seen"), words);
        assertTrue(planned(machine).contains("files:/etc/b"));
    }

    @Test
    void a_machine_that_is_as_wished_leaves_nothing_to_decide() throws IOException {
        machine.packages.put(installed("vim"));
        machine.init();
        assertEquals(List.of(), differences(machine));
    }
}
