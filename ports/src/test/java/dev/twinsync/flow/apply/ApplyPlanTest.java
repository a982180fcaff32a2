package dev.twinsync.flow.apply;

import static dev.twinsync.flow.SimulatedTwin.absent;
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

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.Confirmation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApplyPlanTest {

    private final SimulatedTwin twin = new SimulatedTwin();

    @Test
    void a_plan_is_carried_out_recorded_and_used_up() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();

        var finished = assertInstanceOf(RunResult.Finished.class, twin.apply());

        assertEquals(List.of("packages.debian/install/git"), ids(finished));
        assertTrue(finished.succeeded());
        assertTrue(twin.isInstalled("git"));
        assertEquals("plan/history/2026-11-23T12-00-00Z.yaml", finished.history());
        assertTrue(twin.repo.digest(finished.history()).isPresent());
        unfit(CheckPlan.Verdict.NoPlan.class, twin.apply());
        assertTrue(twin.plan().sections().isEmpty());
    }

    @Test
    void a_plan_is_stale_once_the_machine_changed() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        twin.packages.put(installed("git"));

        unfit(CheckPlan.Verdict.Stale.class, twin.apply());
    }

    @Test
    void a_used_plan_that_comes_back_is_stale_though_it_fits_the_machine_again() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        var used = latestPlan();
        assertInstanceOf(RunResult.Finished.class, twin.apply());
        twin.packages.remove("git");
        twin.repo.write(Layout.latestPlan(twin.twin().view()), used);

        unfit(CheckPlan.Verdict.Stale.class, twin.apply());
        twin.plan();
        assertInstanceOf(RunResult.Finished.class, twin.apply());
    }

    @Test
    void a_plan_that_is_older_than_the_last_one_is_stale() throws IOException {
        twin.init();
        twin.wish(present("git"), present("htop"));
        twin.plan("packages:git");
        var older = latestPlan();
        twin.now = twin.now.plusSeconds(60);
        twin.plan("packages:htop");
        assertInstanceOf(RunResult.Finished.class, twin.apply());
        twin.packages.remove("htop");
        twin.repo.write(Layout.latestPlan(twin.twin().view()), older);

        unfit(CheckPlan.Verdict.Stale.class, twin.apply());
    }

    @Test
    void a_plan_is_made_later_than_the_last_one_also_where_the_clock_went_back() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        assertInstanceOf(RunResult.Finished.class, twin.apply());
        twin.now = twin.now.minusSeconds(3_600);
        twin.wish(present("git"), present("htop"));
        twin.plan();

        assertInstanceOf(RunResult.Finished.class, twin.apply());
    }

    @Test
    void a_plan_that_is_made_later_than_a_last_one_that_is_to_come_expires_by_the_clock_as_it_is() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        assertInstanceOf(RunResult.Finished.class, twin.apply());
        twin.now = twin.now.minus(Duration.ofDays(700));
        twin.wish(present("git"), present("htop"));
        twin.plan();
        twin.now = twin.now.plus(Duration.ofHours(24));

        assertSays(
                unfit(CheckPlan.Verdict.Stale.class, twin.apply()).reason(),
                "the plan expired at 2024-12-24T12:00:00Z");
    }

    @Test
    void a_plan_of_a_clock_that_was_ahead_is_stale_and_made_anew_once_it_is_set_right() throws IOException {
        twin.now = twin.now.plus(Duration.ofDays(700));
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        twin.now = SimulatedTwin.START;

        assertSays(
                unfit(CheckPlan.Verdict.Stale.class, twin.apply()).reason(),
                "the plan was made at 2028-10-23T12:00:00Z, which is to come");
        twin.plan();
        assertInstanceOf(RunResult.Finished.class, twin.apply());
        assertTrue(twin.isInstalled("git"));
    }

    private static void assertSays(String reason, String part) {
        assertTrue(reason.contains(part), reason);
    }

    @Test
    void a_clock_that_is_set_back_a_little_leaves_a_plan_as_good_as_it_was() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        twin.now = twin.now.minusSeconds(20);

        assertInstanceOf(RunResult.Finished.class, twin.apply());
    }

    @Test
    void a_plan_is_stale_once_the_wish_changed() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        twin.wish(present("htop"));

        unfit(CheckPlan.Verdict.Stale.class, twin.apply());
        assertFalse(twin.isInstalled("git"));
    }

    @Test
    void a_plan_to_do_nothing_is_stale_as_well_once_the_wish_changed() throws IOException {
        twin.init();
        twin.plan();
        unfit(CheckPlan.Verdict.NothingToDo.class, twin.apply());
        twin.wish(present("git"));

        unfit(CheckPlan.Verdict.Stale.class, twin.apply());
    }

    @Test
    void a_plan_is_stale_once_it_expired() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        twin.now = SimulatedTwin.START.plus(Duration.ofHours(24));

        unfit(CheckPlan.Verdict.Stale.class, twin.apply());
        assertFalse(twin.isInstalled("git"));
    }

    @Test
    void a_plan_of_another_machine_is_refused() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        twin.host = Optional.of(new Digest("sha256:" + "2".repeat(64)));

        unfit(CheckPlan.Verdict.Refused.class, twin.apply());
        assertFalse(twin.isInstalled("git"));
    }

    @Test
    void a_machine_without_an_id_applies_nothing_though_the_plan_has_none_either() throws IOException {
        twin.host = Optional.empty();
        twin.init();
        twin.wish(present("git"));
        twin.plan();

        unfit(CheckPlan.Verdict.Refused.class, twin.apply());
        assertFalse(twin.isInstalled("git"));
    }

    @Test
    void a_plan_made_offline_is_for_reading() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.planOffline();

        unfit(CheckPlan.Verdict.Stale.class, twin.apply());
        assertFalse(twin.isInstalled("git"));
    }

    @Test
    void an_edited_plan_is_refused() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        var saved = latestPlan();
        var without = new Plan(saved.plan().host(), saved.plan().basis(), List.of());
        twin.repo.write(
                Layout.latestPlan(twin.twin().view()),
                new SavedPlan(saved.id(), saved.createdAt(), saved.expiresAt(), without, saved.seal()));

        unfit(CheckPlan.Verdict.Refused.class, twin.apply());
    }

    @Test
    void nothing_happens_without_approval() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();

        twin.answer = Confirmation.Answer.NO;
        assertInstanceOf(RunResult.Declined.class, twin.apply());
        twin.answer = Confirmation.Answer.NOBODY;
        assertInstanceOf(RunResult.NobodyToAsk.class, twin.apply());
        assertFalse(twin.isInstalled("git"));
    }

    @Test
    void stopping_the_way_in_needs_more_than_yes() throws IOException {
        twin.services.put(service("ssh.service", UnitFileState.ENABLED, true));
        twin.init();
        twin.wish(wanted("ssh.service", true, false));
        twin.plan();

        assertInstanceOf(RunResult.Refused.class, twin.apply());
        twin.answerToDestructive = Confirmation.Answer.NO;
        assertInstanceOf(RunResult.Declined.class, twin.apply());
        twin.answerToDestructive = Confirmation.Answer.YES;
        assertInstanceOf(RunResult.Finished.class, twin.apply());
    }

    @Test
    void a_tool_that_only_says_it_did_it_has_failed_and_the_rest_is_not_attempted() throws IOException {
        twin.services.put(service("a.service", UnitFileState.DISABLED, false));
        twin.init();
        twin.wish(present("liar"));
        twin.wish(wanted("a.service", true, true));
        twin.plan();

        var finished = assertInstanceOf(RunResult.Finished.class, twin.apply());

        var results = finished.past().results();
        assertInstanceOf(Outcome.Failed.class, results.getFirst().outcome());
        assertEquals(
                Set.of(new Outcome.NotAttempted()),
                Set.copyOf(results.stream().skip(1).map(ActionResult::outcome).toList()));
        assertFalse(finished.succeeded());
    }

    @Test
    void a_blank_machine_gets_the_package_first_and_its_service_after() throws IOException {
        twin.init();
        twin.wish(present("nginx"));
        twin.wish(wanted("nginx.service", false, true));
        assertEquals(1, twin.plan().laterCount());

        var finished = assertInstanceOf(RunResult.Finished.class, twin.apply());

        assertEquals(List.of("packages.debian/install/nginx", "services.systemd/disable/nginx.service"), ids(finished));
        assertTrue(twin.plan().sections().isEmpty());
    }

    @Test
    void what_a_package_starts_although_it_must_not_run_is_stopped_in_the_same_apply() throws IOException {
        twin.init();
        twin.wish(present("nginx"));
        twin.wish(wanted("nginx.service", false, false));
        twin.plan();

        assertInstanceOf(RunResult.Finished.class, twin.apply());

        assertTrue(twin.plan().sections().isEmpty());
    }

    @Test
    void what_a_package_brings_along_is_made_as_wished_in_the_same_apply() throws IOException {
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.init();
        twin.wish(present("nginx"));
        twin.wish(folder("/etc/nginx"));
        twin.plan();

        var finished = assertInstanceOf(RunResult.Finished.class, twin.apply());

        assertTrue(finished.succeeded(), () -> finished.past().results().toString());
        assertTrue(ids(finished).contains("services.systemd/restart/web.service"));
        assertTrue(twin.plan().sections().isEmpty());
    }

    @Test
    void what_is_there_and_is_to_belong_to_a_user_whom_a_package_brings_is_given_away_in_the_same_apply()
            throws IOException {
        var site = new TargetPath("/srv/site");
        var mode = new FileMode("0755");
        twin.files.put(new LiveFile.Directory(site, mode, AccountName.ROOT, AccountName.ROOT));
        twin.init();
        twin.wish(new DesiredFile.Directory(
                site, Optional.of(mode), Optional.of(SimulatedTwin.WWW), Optional.of(AccountName.ROOT), List.of()));
        assertEquals(
                List.of(new Step.Blocked<FileAction>(
                        site.text(), "there is no user www, and nothing in this plan brings it")),
                twin.plan().sections().getFirst().blocked());

        twin.wish(present("nginx"));
        twin.plan();
        var finished = assertInstanceOf(RunResult.Finished.class, twin.apply());

        assertTrue(finished.succeeded(), () -> finished.past().results().toString());
        assertTrue(ids(finished).contains("files.mirror/set-attributes//srv/site"));
        assertTrue(twin.plan().sections().isEmpty());
    }

    @Test
    void what_nothing_brings_is_blocked() throws IOException {
        twin.init();
        twin.wish(wanted("nginx.service", true, true));

        assertEquals(1, twin.plan().blockedCount());
        assertEquals(0, twin.plan().laterCount());
    }

    @Test
    void a_service_that_runs_on_without_its_file_gets_it_back_by_an_earlier_stage_or_the_apply_says_that_it_did_not()
            throws IOException {
        twin.services.put(service("nginx.service", UnitFileState.NO_FILE, true));
        twin.init();
        twin.wish(present("git"));
        twin.wish(wanted("nginx.service", true, true));
        assertEquals(1, twin.plan().laterCount());
        var without = assertInstanceOf(RunResult.Finished.class, twin.apply());
        assertEquals(List.of("packages.debian/install/git", "services.systemd/later/nginx.service"), ids(without));
        assertFalse(without.succeeded());

        twin.now = twin.now.plusSeconds(60);
        twin.wish(present("git"), present("nginx"));
        assertEquals(1, twin.plan().laterCount());
        assertTrue(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
        assertTrue(twin.plan().sections().isEmpty());
    }

    @Test
    void two_changed_files_restart_their_service_once() throws IOException {
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.init();
        twin.wish(folder("/etc/one"), folder("/etc/two"));
        twin.plan();

        var finished = assertInstanceOf(RunResult.Finished.class, twin.apply());

        assertEquals(
                List.of(
                        "files.mirror/make-directory//etc/one",
                        "files.mirror/make-directory//etc/two",
                        "services.systemd/restart/web.service"),
                ids(finished));
        assertTrue(finished.succeeded());
    }

    @Test
    void a_one_line_list_of_packages_removes_nothing() throws IOException {
        twin.packages.put(installed("libc6"));
        twin.packages.put(installed("bash"));
        twin.init();
        twin.wish(present("bash"));

        assertTrue(twin.plan().sections().isEmpty());
    }

    @Test
    void what_is_declared_absent_goes() throws IOException {
        twin.packages.put(installed("nano"));
        twin.init();
        twin.wish(absent("nano"));
        twin.plan();

        assertInstanceOf(RunResult.Finished.class, twin.apply());
        assertFalse(twin.isInstalled("nano"));
    }

    private SavedPlan latestPlan() throws IOException {
        return switch (twin.repo.read(Layout.latestPlan(twin.twin().view()))) {
            case Reading.Value<Optional<SavedPlan>>(var saved) -> saved.orElseThrow();
            case Reading.Wrong<Optional<SavedPlan>>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> ids(RunResult.Finished finished) {
        return finished.past().results().stream().map(ActionResult::id).toList();
    }
}
