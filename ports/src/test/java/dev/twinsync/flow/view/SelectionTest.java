package dev.twinsync.flow.view;

import static dev.twinsync.flow.SimulatedTwin.folder;
import static dev.twinsync.flow.SimulatedTwin.present;
import static dev.twinsync.flow.SimulatedTwin.service;
import static dev.twinsync.flow.SimulatedTwin.unfit;
import static dev.twinsync.flow.SimulatedTwin.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.plan.Status;
import dev.twinsync.flow.twin.RunResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@code --only} means to each flow. */
class SelectionTest {

    private final SimulatedTwin twin = new SimulatedTwin();

    @Test
    void a_selection_that_means_nothing_is_an_error_and_not_in_sync() throws IOException {
        twin.init();
        twin.wish(present("git"));
        for (String slip : List.of("pakages", "htop", "packages:htpo", "packages:h*", "", "services:git", "Packages")) {
            var problems = status(slip).problems();
            assertEquals(1, problems.size(), slip);
            assertTrue(
                    problems.getFirst().toString().startsWith("--only " + ShellWord.of(slip) + ": "),
                    problems::toString);
        }
        assertTrue(status("packages", "nonsense").problems().size() == 1);
    }

    private List<String> slips(String... patterns) throws IOException {
        return status(patterns).problems().stream().map(Object::toString).toList();
    }

    @Test
    void a_comma_is_spoken_of_where_it_makes_one_name_of_what_was_taken_for_several() throws IOException {
        twin.init();
        twin.wish(folder("/etc/a,b"), folder("/etc/c, d"), folder("/etc/e"), folder("/etc/f,files,g"));
        for (var slip : Map.of(
                        List.of("files:/etc/a", "b"), "'files:/etc/a\\,b'",
                        List.of("files:/etc/e", "files:/etc/a", "b"), "'files:/etc/a\\,b'",
                        List.of("files:/etc/c", " d"), "'files:/etc/c\\, d'",
                        List.of("files:/etc/f", "files", "g"), "'files:/etc/f\\,files\\,g'")
                .entrySet()) {
            var told = slips(slip.getKey().toArray(String[]::new));
            assertTrue(
                    told.getFirst().endsWith("; a comma in a name is written \\,: --only " + slip.getValue()),
                    told::toString);
        }
    }

    @Test
    void no_comma_is_spoken_of_where_there_is_nothing_that_has_one() throws IOException {
        twin.init();
        twin.wish(folder("/etc/a,b"), folder("/etc/e"));
        for (var slip : List.of(
                List.of("files:/etc/e", "pakages"),
                List.of("files:/etc/e", "pakages:htop"),
                List.of("pakages", "files"),
                List.of("files:/etc/a", "files:/etc/b"),
                List.of("files:/etc/a"))) {
            var told = slips(slip.toArray(String[]::new));
            assertTrue(!told.isEmpty() && !told.toString().contains("comma"), told::toString);
        }
    }

    @Test
    void many_slips_at_once_are_told_at_once_and_speak_of_a_comma_once_at_most() throws IOException {
        twin.init();
        twin.wish(IntStream.range(0, 1000)
                .mapToObj(number -> folder("/etc/" + number))
                .toArray(DesiredFile[]::new));
        var slips = IntStream.range(0, 200).mapToObj(number -> "files:/no/" + number);

        var told = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> slips(slips.toArray(String[]::new)), "the hint tries too much");

        assertEquals(200, told.size());
        assertTrue(told.stream().noneMatch(line -> line.contains("comma")), told::toString);
        twin.wish(folder("/etc/a,b"));
        var parts = slips("files:/etc/a", "b", "files:/no", "files:/etc/a", "b");
        assertEquals(1, parts.stream().filter(line -> line.contains("comma")).count(), parts::toString);
    }

    @Test
    void what_begins_with_a_kind_is_no_part_of_the_name_before_it() throws IOException {
        twin.init();
        twin.wish(folder("/etc/a,files:b"), folder("/etc/c,d:e"));
        assertTrue(!slips("files:/etc/a", "files:b").toString().contains("comma"));
        assertTrue(slips("files:/etc/c", "d:e").toString().contains("comma"), "no kind is called d");
    }

    @Test
    void kinds_plugins_things_and_patterns_are_understood() throws IOException {
        twin.init();
        twin.wish(present("git"), present("htop"));
        for (String right :
                List.of("packages", "packages.debian", " packages", "packages:g*", "*:git", "packages.*:gi?")) {
            var report = assertInstanceOf(Reading.Value.class, status(right), right);
            assertEquals(false, ((Status.Report) report.value()).isInSync(), right);
        }
    }

    @Test
    void status_counts_what_is_selected_only() throws IOException {
        twin.init();
        twin.wish(present("git"), present("htop"));

        var report = assertInstanceOf(Reading.Value.class, status("packages:git"));

        var line = ((Status.Report) report.value()).lines().getFirst();
        assertEquals(1, line.wished());
        assertEquals(1, line.changes());
    }

    @Test
    void a_part_of_a_plan_that_asks_for_nothing_leaves_the_plan_as_it_is() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.wish(folder("/etc/one"));
        twin.plan("packages");

        unfit(CheckPlan.Verdict.NothingToDo.class, twin.apply("files"));
        unfit(CheckPlan.Verdict.Unreadable.class, twin.apply("files:/etc/two"));
        assertEquals(List.of("packages.debian/install/git"), ids(twin.apply("packages")));
    }

    @Test
    void a_service_notices_the_selected_part_of_a_plan() throws IOException {
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.init();
        twin.wish(folder("/etc/one"), folder("/etc/two"));
        twin.plan();

        assertEquals(
                List.of("files.mirror/make-directory//etc/one", "services.systemd/restart/web.service"),
                ids(twin.apply("files:/etc/one")));
    }

    @Test
    void a_service_does_not_notice_what_was_not_selected() throws IOException {
        twin.services.put(service("web.service", UnitFileState.DISABLED, false));
        twin.init();
        twin.wish(folder("/etc/one"));
        twin.wish(wanted("web.service", true, true));
        twin.plan();

        assertEquals(
                List.of("services.systemd/enable/web.service", "services.systemd/start/web.service"),
                ids(twin.apply("services")));
    }

    @Test
    void what_is_approved_is_what_was_selected() throws IOException {
        twin.init();
        twin.wish(present("git"), present("htop"));
        twin.plan();

        twin.apply("packages:git");

        assertEquals(1, twin.approved.orElseThrow().actionCount());
    }

    private Reading<Status.Report> status(String... patterns) throws IOException {
        return new Status(twin.twin().view())
                .of(twin.twin().view().survey().ofMachine(), new Selection(List.of(patterns)));
    }

    private static List<String> ids(RunResult result) {
        var finished = assertInstanceOf(RunResult.Finished.class, result);
        assertTrue(finished.succeeded(), finished.past().results()::toString);
        return finished.past().results().stream().map(ActionResult::id).toList();
    }
}
