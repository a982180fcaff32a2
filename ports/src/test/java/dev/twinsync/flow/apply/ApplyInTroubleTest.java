package dev.twinsync.flow.apply;

import static dev.twinsync.flow.SimulatedTwin.folder;
import static dev.twinsync.flow.SimulatedTwin.present;
import static dev.twinsync.flow.SimulatedTwin.service;
import static dev.twinsync.flow.SimulatedTwin.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.services.Activation;
import dev.twinsync.domain.services.DesiredService;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitPlace;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.port.Confirmation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What happens when an apply meets what its plan did not know. */
class ApplyInTroubleTest {

    private final SimulatedTwin twin = new SimulatedTwin();

    @Test
    void what_a_package_brings_is_not_taken_away_destructively_without_having_been_shown() throws IOException {
        twin.init();
        twin.wish(present("openssh-server"));
        twin.wish(wanted("ssh.service", false, false));
        twin.plan();

        var outcomes = outcomes(twin.apply());

        assertInstanceOf(Outcome.Done.class, outcomes.get("packages.debian/install/openssh-server"));
        assertInstanceOf(Outcome.Skipped.class, outcomes.get("services.systemd/stop/ssh.service"));
        assertEquals(2, twin.plan("services").actionCount());
    }

    @Test
    void what_would_cut_off_the_machine_as_things_are_needs_more_than_a_yes() throws IOException {
        twin.init();
        twin.wish(present("firewall"), present("git"));
        var plan = twin.plan();
        assertEquals(Action.Risk.DESTRUCTIVE, plan.risk());
        assertInstanceOf(RunResult.Refused.class, twin.apply());
        twin.answerToDestructive = Confirmation.Answer.NO;
        assertInstanceOf(RunResult.Declined.class, twin.apply());

        twin.answerToDestructive = Confirmation.Answer.YES;
        assertInstanceOf(Outcome.Done.class, outcomes(twin.apply()).get("packages.debian/install/firewall"));
    }

    @Test
    void what_turns_out_to_be_blocked_is_not_called_done_as_well() throws IOException {
        twin.init();
        twin.wish(present("pipes"));
        twin.wish(folder("/etc/pipe", List.of()));
        twin.plan();

        var outcomes = outcomes(twin.apply());

        assertInstanceOf(Outcome.Skipped.class, outcomes.get("files.mirror/later//etc/pipe"));
        assertEquals(2, outcomes.size(), outcomes::toString);
    }

    @Test
    void a_package_comes_with_its_source_for_the_lists_are_fetched_in_between() throws IOException {
        twin.init();
        twin.wish(present("third-party"), present("git"));
        twin.wish(folder("/etc/apt/third", List.of()));
        assertEquals(1, twin.plan().laterCount());

        var outcomes = outcomes(twin.apply());

        assertInstanceOf(Outcome.Done.class, outcomes.get("packages.debian/install/third-party"));
        assertInstanceOf(Outcome.Done.class, outcomes.get("packages.debian/install/git"));
        assertTrue(twin.isInstalled("third-party"));
    }

    @Test
    void where_the_lists_cannot_be_fetched_that_is_said_and_the_others_come() throws IOException {
        twin.init();
        twin.wish(present("third-party"), present("git"));
        twin.wish(folder("/etc/apt/other", List.of()));
        twin.plan();

        var outcomes = outcomes(twin.apply());

        assertEquals(
                new Outcome.Skipped(
                        "there is no package third-party in apt's lists, and nothing in this plan brings it;"
                                + " a mirror does not answer"),
                outcomes.get("packages.debian/later/third-party"));
        assertInstanceOf(Outcome.Done.class, outcomes.get("packages.debian/install/git"));
    }

    @Test
    void what_waited_in_vain_keeps_nothing_else_from_coming() throws IOException {
        twin.init();
        twin.wish(present("pipes"));
        twin.wish(folder("/etc/pipe", List.of()), folder("/etc/beside", List.of()));
        twin.plan();

        var result = twin.apply();

        assertInstanceOf(Outcome.Skipped.class, outcomes(result).get("files.mirror/later//etc/pipe"));
        assertInstanceOf(Outcome.Done.class, outcomes(result).get("files.mirror/make-directory//etc/beside"));
        assertFalse(assertInstanceOf(RunResult.Finished.class, result).succeeded());
    }

    @Test
    void what_was_shown_as_blocked_does_not_stop_what_can_be_done_with_the_same_thing() throws IOException {
        twin.services.put(maskedThatDoesOneThing("once.service"));
        twin.init();
        twin.wish(new DesiredService(
                new UnitName("once.service"),
                UnitScope.SYSTEM,
                Optional.of(false),
                Optional.of(true),
                Optional.of(false)));
        assertEquals(1, twin.plan().blockedCount());

        var outcomes = outcomes(twin.apply());

        assertEquals(Map.of("services.systemd/unmask/once.service", new Outcome.Done()), outcomes);
        assertEquals(0, twin.plan().actionCount());
    }

    private static LiveService maskedThatDoesOneThing(String name) {
        return new LiveService(
                new UnitName(name),
                UnitScope.SYSTEM,
                Optional.of(UnitFileState.MASKED),
                Optional.empty(),
                Activation.ONCE,
                List.of(),
                Optional.empty(),
                UnitPlace.SHIPPED);
    }

    @Test
    void a_service_notices_what_was_changed_even_if_something_else_failed() throws IOException {
        twin.services.put(service("other.service", UnitFileState.ENABLED, true));
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.init();
        twin.wish(folder("/etc/a"), folder("/etc/liar", List.of()), folder("/etc/z", List.of("other.service")));
        twin.plan();

        var outcomes = outcomes(twin.apply());

        assertInstanceOf(Outcome.Failed.class, outcomes.get("files.mirror/make-directory//etc/liar"));
        assertInstanceOf(Outcome.NotAttempted.class, outcomes.get("files.mirror/make-directory//etc/z"));
        assertInstanceOf(Outcome.Done.class, outcomes.get("services.systemd/restart/web.service"));
        assertInstanceOf(Outcome.Skipped.class, outcomes.get("services.systemd/restart/other.service"));
    }

    @Test
    void what_somebody_else_did_meanwhile_does_not_stand_in_the_way_of_the_next_step() throws IOException {
        twin.services.put(service("a.service", UnitFileState.DISABLED, false));
        twin.init();
        twin.wish(wanted("a.service", true, true));
        twin.plan();
        twin.meanwhile = () -> twin.services.put(service("a.service", UnitFileState.ENABLED, false));

        var outcomes = outcomes(twin.apply());

        assertInstanceOf(Outcome.AlreadyOk.class, outcomes.get("services.systemd/enable/a.service"));
        assertInstanceOf(Outcome.Done.class, outcomes.get("services.systemd/start/a.service"));
    }

    @Test
    void a_wish_that_is_broken_during_an_apply_does_not_hide_what_was_done() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        twin.meanwhile = () -> store("state/packages.yaml");

        var finished = assertInstanceOf(RunResult.Finished.class, twin.apply());

        assertTrue(finished.succeeded());
        assertTrue(twin.repo.digest(finished.history()).isPresent());
    }

    @Test
    void what_a_tool_complained_of_is_kept_with_the_result_and_without_its_secrets() throws IOException {
        twin.init();
        twin.wish(present("chatty"));
        twin.wish(folder("/etc/one", List.of()));
        twin.plan();

        var results =
                assertInstanceOf(RunResult.Finished.class, twin.apply()).past().results();

        assertEquals(
                Optional.of("W: the password=‹secret 000000004b7370b2› was used\nE: but it works"),
                results.getFirst().said());
        assertEquals(Optional.empty(), results.getLast().said());
    }

    @Test
    void what_was_done_is_told_even_if_it_cannot_be_recorded() throws IOException {
        twin.init();
        twin.wish(present("git"));
        twin.plan();
        twin.meanwhile = () -> twin.repo.fillUp();

        var unrecorded = assertInstanceOf(RunResult.CutOff.class, twin.apply());

        assertEquals(1, unrecorded.past().results().size());
    }

    private void store(String path) {
        try {
            twin.repo.store(path, new ByteArrayInputStream(new byte[] {'{'}));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, Outcome> outcomes(RunResult result) {
        return assertInstanceOf(RunResult.Finished.class, result).past().results().stream()
                .collect(Collectors.toMap(ActionResult::id, ActionResult::outcome));
    }
}
