package dev.twinsync.flow.apply;

import static dev.twinsync.flow.SimulatedTwin.folder;
import static dev.twinsync.flow.SimulatedTwin.present;
import static dev.twinsync.flow.SimulatedTwin.service;
import static dev.twinsync.flow.SimulatedTwin.unfit;
import static dev.twinsync.flow.SimulatedTwin.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.plan.History;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.port.SimulatedJournal.Moment;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A run over several kinds that is cut off, and what happens next. */
class CutOffTest {

    /** Stands for SIGKILL: nothing catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final SimulatedTwin twin = new SimulatedTwin();

    private void killedAtWrite(int write, Moment moment) {
        twin.journal.failAt(write, moment, () -> {
            throw new Killed();
        });
        assertThrows(Killed.class, twin::apply);
        twin.lock.heldByAnother(false);
    }

    private static Map<String, Outcome> outcomes(RunResult.Finished finished) {
        return finished.past().results().stream().collect(Collectors.toMap(ActionResult::id, ActionResult::outcome));
    }

    private void planNginx() throws IOException {
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.init();
        twin.wish(present("nginx"));
        twin.wish(folder("/etc/nginx"), folder("/etc/two"));
        twin.wish(wanted("nginx.service", false, true));
        twin.plan();
    }

    @Test
    void wherever_it_is_cut_off_what_a_stage_brings_is_planned_again_and_services_notice() throws IOException {
        planNginx();
        var undisturbed = assertInstanceOf(RunResult.Finished.class, twin.apply());
        var after = twin.everything();
        int writes = twin.journal.writes();
        assertTrue(outcomes(undisturbed).containsKey("services.systemd/disable/nginx.service"));

        for (int write = 2; write <= writes; write++) {
            for (Moment moment : Moment.values()) {
                var other = new CutOffTest();
                other.planNginx();
                other.killedAtWrite(write, moment);
                if (write == writes && moment == Moment.AFTER_IT_LANDED) {
                    assertInstanceOf(RunResult.NothingOpen.class, other.twin.resume());
                } else {
                    var resumed = assertInstanceOf(RunResult.Finished.class, other.twin.resume());
                    assertTrue(resumed.succeeded(), resumed::toString);
                    assertTrue(
                            outcomes(resumed).containsKey("services.systemd/restart/web.service"),
                            () -> outcomes(resumed).toString());
                }
                assertEquals(after, other.twin.everything(), "cut off at write " + write + " " + moment);
                assertEquals(1, new History(other.twin.twin().view()).names().size());
            }
        }
    }

    @Test
    void nothing_else_is_applied_until_it_is_ended_and_it_is_told_what_is_open() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        killedAtWrite(2, Moment.AFTER_IT_LANDED);

        var open = unfit(CheckPlan.Verdict.Open.class, twin.apply()).run();
        assertEquals(List.of("packages.debian/install/git"), open.undecidedActions());
        assertInstanceOf(RunResult.Finished.class, twin.resume());
        assertEquals(Optional.empty(), OpenRun.of(twin.twin().view()));
    }

    @Test
    void what_is_neither_before_nor_after_needs_a_person_and_can_still_be_taken_back() throws IOException {
        twin.services.put(service("a.service", UnitFileState.DISABLED, false));
        twin.init();
        twin.wish(wanted("a.service", true, false));
        twin.plan();
        killedAtWrite(2, Moment.AFTER_IT_LANDED);
        twin.services.put(service("a.service", UnitFileState.DISABLED, true));

        assertInstanceOf(RunResult.NeedsPerson.class, twin.resume());
        unfit(CheckPlan.Verdict.Open.class, twin.apply());
        assertTrue(assertInstanceOf(RunResult.TakenBack.class, twin.rollBack()).complete());
        assertEquals(Optional.empty(), OpenRun.of(twin.twin().view()));
    }

    @Test
    void everything_that_was_begun_is_taken_back() throws IOException {
        planNginx();
        var before = twin.everything();
        killedAtWrite(twin.journal.writes() + 6, Moment.AFTER_IT_LANDED);
        assertFalse(before.equals(twin.everything()));

        var result = assertInstanceOf(RunResult.TakenBack.class, twin.rollBack());

        assertFalse(twin.isInstalled("nginx"));
        assertEquals(
                new Outcome.RolledBack(),
                result.past().results().stream()
                        .filter(ended -> ended.id().equals("packages.debian/install/nginx"))
                        .findFirst()
                        .orElseThrow()
                        .outcome());
    }

    @Test
    void taking_back_can_be_cut_off_too() throws IOException {
        planNginx();
        killedAtWrite(twin.journal.writes() + 6, Moment.AFTER_IT_LANDED);
        twin.journal.failAt(twin.journal.writes() + 3, Moment.BEFORE_IT_LANDS, () -> {
            throw new Killed();
        });
        assertThrows(Killed.class, twin::rollBack);
        twin.lock.heldByAnother(false);

        assertInstanceOf(RunResult.Refused.class, twin.resume());
        var result = assertInstanceOf(RunResult.TakenBack.class, twin.rollBack());
        assertFalse(twin.isInstalled("nginx"));
        assertTrue(
                result.past().results().stream().noneMatch(ended -> ended.id().contains("/remove/")),
                "the results are those of the apply, not of its taking back");
    }

    @Test
    void what_was_only_waiting_is_left_out_where_state_was_changed_meanwhile() throws IOException {
        twin.init();
        twin.wish(present("nginx"));
        twin.wish(wanted("nginx.service", false, true));
        twin.plan();
        killedAtWrite(2, Moment.AFTER_IT_LANDED);
        twin.wish(wanted("nginx.service", false, false));

        var resumed = assertInstanceOf(RunResult.Finished.class, twin.resume());
        assertInstanceOf(Outcome.Skipped.class, outcomes(resumed).get("services.systemd/later/nginx.service"));
        assertTrue(twin.isInstalled("nginx"));
    }

    @Test
    void what_others_made_meanwhile_is_not_taken_for_what_a_stage_brought() throws IOException {
        twin.init();
        twin.wish(folder("/etc/one"), folder("/etc/two"), folder("/etc/zwei"));
        twin.plan();
        killedAtWrite(twin.journal.writes() + 4, Moment.AFTER_IT_LANDED);
        var theirs = theirs("/etc/zwei");
        twin.files.put(theirs);

        var resumed = assertInstanceOf(RunResult.Finished.class, twin.resume());

        assertInstanceOf(Outcome.Stale.class, outcomes(resumed).get("files.mirror/make-directory//etc/zwei"));
        assertTrue(twin.everything().toString().contains(theirs.toString()));
    }

    @Test
    void what_others_made_after_a_stage_had_brought_what_it_brings_stays_too() throws IOException {
        for (int write = 6; write <= 9; write++) {
            var other = new CutOffTest();
            other.twin.init();
            other.twin.wish(present("nginx"));
            other.twin.wish(folder("/etc/nginx"), folder("/etc/two"), folder("/etc/zwei"));
            other.twin.plan();
            other.killedAtWrite(write, Moment.AFTER_IT_LANDED);
            other.twin.files.put(theirs("/etc/zwei"));

            var resumed = assertInstanceOf(RunResult.Finished.class, other.twin.resume());

            var outcomes = outcomes(resumed);
            assertInstanceOf(Outcome.Stale.class, outcomes.get("files.mirror/make-directory//etc/zwei"));
            assertInstanceOf(Outcome.Done.class, outcomes.get("files.mirror/set-attributes//etc/nginx"));
        }
    }

    private static LiveFile theirs(String path) {
        return new LiveFile.Directory(new TargetPath(path), new FileMode("0700"), AccountName.ROOT, AccountName.ROOT);
    }

    @Test
    void another_twin_at_work_is_told_and_nothing_is_changed() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        twin.lock.heldByAnother(true);

        assertInstanceOf(RunResult.Locked.class, twin.apply());
        assertInstanceOf(RunResult.Locked.class, twin.resume());
        assertInstanceOf(RunResult.Locked.class, twin.rollBack());
        assertFalse(twin.isInstalled("git"));
        twin.lock.heldByAnother(false);
        assertInstanceOf(RunResult.Finished.class, twin.apply());
        assertTrue(twin.lock.isFree());
    }

    @Test
    void asked_to_stop_it_begins_nothing_new_and_says_so() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.wish(folder("/etc/one"));
        twin.plan();
        twin.meanwhile = () -> {
            assertFalse(twin.heeded, "while somebody is asked, Ctrl-C must end twin");
            twin.stopped = true;
        };

        var finished = assertInstanceOf(RunResult.Finished.class, twin.apply());

        assertTrue(finished.interrupted());
        assertEquals(
                Set.of(
                        new Outcome.NotAttempted(),
                        new Outcome.Skipped("files.mirror/make-directory//etc/one did not succeed")),
                Set.copyOf(outcomes(finished).values()));
    }

    @Test
    void a_failure_stops_everything_or_with_keep_going_only_what_depends_on_it() throws IOException {
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.init();
        twin.wish(folder("/etc/liar"), folder("/etc/z", List.of()));
        twin.plan();
        twin.keepGoing = true;

        var outcomes = outcomes(assertInstanceOf(RunResult.Finished.class, twin.apply()));

        assertInstanceOf(Outcome.Failed.class, outcomes.get("files.mirror/make-directory//etc/liar"));
        assertInstanceOf(Outcome.Done.class, outcomes.get("files.mirror/make-directory//etc/z"));
        assertInstanceOf(Outcome.Skipped.class, outcomes.get("services.systemd/restart/web.service"));
    }
}
