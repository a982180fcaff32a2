package dev.twinsync.flow.apply;

import static dev.twinsync.flow.SimulatedTwin.folder;
import static dev.twinsync.flow.SimulatedTwin.installed;
import static dev.twinsync.flow.SimulatedTwin.present;
import static dev.twinsync.flow.SimulatedTwin.service;
import static dev.twinsync.flow.SimulatedTwin.unfit;
import static dev.twinsync.flow.SimulatedTwin.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Step;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.services.DesiredService;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.twin.RunResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The way back. */
class UndoTest {

    private final SimulatedTwin twin = new SimulatedTwin();

    private Plan undo(String... what) throws IOException {
        return assertInstanceOf(Undo.Result.Planned.class, twin.undo(what))
                .saved()
                .plan();
    }

    private void applied() throws IOException {
        assertTrue(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
        twin.now = twin.now.plusSeconds(60);
    }

    private static List<String> ids(Plan plan) {
        return plan.sections().stream()
                .flatMap(section -> section.actions().stream().map(planned -> section.id(planned.action())))
                .toList();
    }

    @Test
    void what_was_done_and_does_not_come_back_completely_is_told_and_what_was_made_goes_without_a_word()
            throws IOException {
        var gone = new TargetPath("/srv/gone");
        twin.files.put(new LiveFile.Directory(gone, new FileMode("0755"), AccountName.ROOT, AccountName.ROOT));
        twin.init();
        twin.wish(folder("/srv/new", List.of()));
        twin.plan();
        applied();
        assertEquals(
                List.of(),
                assertInstanceOf(Undo.Result.Planned.class, twin.undo()).incomplete());

        twin.wish(new DesiredFile.Absent(gone, List.of()));
        twin.plan();
        applied();
        assertEquals(
                List.of("files.mirror/delete-directory//srv/gone"),
                assertInstanceOf(Undo.Result.Planned.class, twin.undo()).incomplete());
    }

    @Test
    void everything_of_the_last_run_comes_back() throws IOException {
        twin.services.put(service("a.service", UnitFileState.ENABLED, true));
        twin.init();
        twin.wish(present("git"));
        twin.wish(folder("/etc/one", List.of()));
        twin.wish(wanted("a.service", false, false));
        twin.plan();
        var before = twin.everything();
        applied();

        var plan = undo();
        assertEquals(List.of("2026-11-23T12-00-00Z"), plan.basis().undo());
        assertEquals(4, ids(plan).size(), () -> ids(plan).toString());
        applied();

        assertEquals(before, twin.everything());
    }

    @Test
    void the_last_run_is_the_last_one_that_was_carried_out_also_where_the_clock_went_back() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        applied();
        for (String name : List.of("htop", "mc")) {
            twin.now = twin.now.minus(Duration.ofDays(700));
            twin.wish(present("git"), present(name));
            twin.plan();
            applied();
            assertEquals(List.of("packages.debian/remove/" + name), ids(undo()));
        }
    }

    @Test
    void a_run_is_called_by_its_time_beside_documents_of_other_names() throws IOException {
        twin.init();
        twin.repo.store("plan/history/Notes.yaml", new ByteArrayInputStream(new byte[0]));
        twin.wish(present("git"));
        twin.plan();
        var finished = assertInstanceOf(RunResult.Finished.class, twin.apply());
        assertEquals("plan/history/2026-11-23T12-00-00Z.yaml", finished.history());
    }

    @Test
    void what_is_undone_is_planned_again_from_state_and_an_undo_can_be_undone() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        applied();
        var after = twin.everything();
        undo();
        applied();

        assertEquals(1, twin.plan().actionCount(), "state/ still asks for it");
        undo();
        applied();
        assertEquals(after, twin.everything());
    }

    @Test
    void what_a_plugin_did_that_is_off_now_is_told_and_the_rest_can_still_be_undone() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        applied();
        twin.services.put(service("a.service", UnitFileState.ENABLED, true));
        twin.wish(wanted("a.service", false, false));
        twin.plan();
        applied();
        twin.switchedOff = Set.of("services.systemd");

        var refused = assertInstanceOf(Undo.Result.NothingToUndo.class, twin.undo());
        assertEquals(
                "2026-11-23T12-01-00Z changed what services.systemd does, which is not in use here:"
                        + " see disabled_plugins in config.yaml and the line backend in state/",
                refused.reason());
        assertEquals(1, ids(undo("packages:git")).size());
    }

    @Test
    void one_thing_of_a_run_comes_back_and_the_rest_stays() throws IOException {
        twin.init();
        twin.wish(present("git"), present("htop"));
        twin.plan();
        applied();

        assertEquals(List.of("packages.debian/remove/htop"), ids(undo("packages:htop")));
        applied();
        assertTrue(twin.isInstalled("git"));
        assertFalse(twin.isInstalled("htop"));
    }

    @Test
    void of_a_thing_that_several_runs_touched_the_last_one_is_undone() throws IOException {
        twin.services.put(service("a.service", UnitFileState.DISABLED, false));
        twin.init();
        twin.wish(wanted("a.service", true, false));
        twin.plan();
        applied();
        twin.wish(wanted("a.service", true, true));
        twin.plan();
        applied();

        assertEquals(List.of("services.systemd/stop/a.service"), ids(undo("services:a*")));
    }

    @Test
    void a_run_is_named_by_its_history() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        applied();
        twin.wish(present("git"), present("htop"));
        twin.plan();
        applied();

        assertEquals(List.of("packages.debian/remove/git"), ids(undo("2026-11-23T12-00-00Z")));
    }

    @Test
    void of_several_runs_what_was_before_the_oldest_comes_back() throws IOException {
        twin.services.put(service("a.service", UnitFileState.DISABLED, false));
        twin.init();
        var before = twin.everything();
        twin.wish(wanted("a.service", true, false));
        twin.plan();
        applied();
        twin.wish(wanted("a.service", true, true));
        twin.plan();
        applied();

        var plan = undo("2026-11-23T12-00-00Z", "2026-11-23T12-01-00Z");
        assertEquals(
                List.of("2026-11-23T12-01-00Z", "2026-11-23T12-00-00Z"),
                plan.basis().undo());
        applied();
        assertEquals(before, twin.everything());
    }

    @Test
    void a_service_that_noticed_the_change_notices_the_undo() throws IOException {
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.init();
        twin.wish(folder("/etc/one"));
        twin.plan();
        applied();

        assertTrue(ids(undo()).contains("services.systemd/restart/web.service"));
    }

    @Test
    void what_an_earlier_stage_brought_comes_back_too() throws IOException {
        twin.init();
        twin.wish(present("nginx"));
        twin.wish(wanted("nginx.service", false, true));
        twin.plan();
        applied();

        var plan = undo();
        assertTrue(
                ids(plan).contains("packages.debian/remove/nginx"),
                () -> ids(plan).toString());
    }

    @Test
    void what_was_behind_a_mask_is_looked_at_once_the_mask_is_gone_and_is_not_blocked() throws IOException {
        twin.services.put(service("a.service", UnitFileState.DISABLED, false));
        twin.init();
        twin.wish(masked("a.service"));
        twin.plan();
        applied();

        var plan = undo();
        assertEquals(List.of("services.systemd/unmask/a.service"), ids(plan));
        assertEquals(List.of(), steps(plan, Section::blocked));
        assertEquals(List.of(new Step.Later<>("a.service", "look behind its mask")), steps(plan, Section::later));
        applied();
    }

    @Test
    void a_service_that_ran_without_its_file_does_not_come_back_and_the_plan_says_so() throws IOException {
        twin.services.put(service("gone.service", UnitFileState.NO_FILE, true));
        twin.init();
        twin.wish(stopped("gone.service"));
        assertEquals(List.of("services.systemd/stop/gone.service"), ids(twin.plan()));
        applied();
        assertEquals(0, twin.plan().actionCount());

        var plan = undo();
        assertEquals(List.of(), ids(plan));
        assertEquals(
                List.of(new Step.Blocked<>(
                        "gone.service", "there is no unit gone.service, and nothing in this plan brings it")),
                steps(plan, Section::blocked));
    }

    private static DesiredService masked(String name) {
        return new DesiredService(
                new UnitName(name), UnitScope.SYSTEM, Optional.empty(), Optional.empty(), Optional.of(true));
    }

    private static DesiredService stopped(String name) {
        return new DesiredService(
                new UnitName(name), UnitScope.SYSTEM, Optional.empty(), Optional.of(false), Optional.empty());
    }

    private static List<?> steps(Plan plan, Function<Section<?, ?, ?>, List<?>> which) {
        return plan.sections().stream()
                .flatMap(section -> which.apply(section).stream())
                .toList();
    }

    @Test
    void what_cannot_be_found_is_said() throws IOException {
        twin.init();
        assertInstanceOf(Undo.Result.NothingToUndo.class, twin.undo());
        twin.wish(present("git"));
        twin.plan();
        applied();

        assertInstanceOf(Undo.Result.NothingToUndo.class, twin.undo("packages:htop"));
        assertInstanceOf(Undo.Result.Unreadable.class, twin.undo("pakages:git"));
    }

    @Test
    void an_undo_is_stale_once_the_machine_changed() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        applied();
        undo();
        twin.packages.put(installed("htop"));
        twin.packages.remove("git");

        unfit(CheckPlan.Verdict.Stale.class, twin.apply());
    }
}
