package dev.twinsync.flow.apply;

import static dev.twinsync.flow.SimulatedTwin.folder;
import static dev.twinsync.flow.SimulatedTwin.present;
import static dev.twinsync.flow.SimulatedTwin.service;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Probation.Trial;
import dev.twinsync.port.Probation.Verdict;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SelfReverting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is on probation is kept only where it is as foretold and confirmed in time; else what was before is there again. */
class ProbationTest {

    private static final String MAKE = "files.mirror/make-directory//etc/one";
    private static final Duration AFTERWARDS = SelfReverting.TIME.multipliedBy(2);

    private final SimulatedTwin twin = new SimulatedTwin();
    private final List<Trial> asked = new ArrayList<>();

    @BeforeEach
    void plan() throws IOException {
        twin.filesOnProbation = true;
        answer(new Verdict.Keep());
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.init();
        twin.wish(folder("/etc/one"));
        twin.plan();
    }

    private void answer(Verdict verdict) {
        twin.probation = trial -> {
            asked.add(trial);
            return verdict;
        };
    }

    private RunResult.Finished finished() throws IOException {
        return assertInstanceOf(RunResult.Finished.class, twin.apply());
    }

    private static Map<String, Outcome> outcomes(RunResult.Finished finished) {
        return finished.past().results().stream().collect(Collectors.toMap(ActionResult::id, ActionResult::outcome));
    }

    private Outcome outcome() throws IOException {
        return outcomes(finished()).get(MAKE);
    }

    private String failure() throws IOException {
        return assertInstanceOf(Outcome.Failed.class, outcome()).reason();
    }

    /** When all time is over. */
    private boolean isThereInTheEnd() {
        twin.ticker.pause(AFTERWARDS);
        return twin.everything().stream().anyMatch(thing -> thing.contains("/etc/one"));
    }

    /** Another component in the place of the one that keeps its promises. */
    private abstract static class Faulty implements Relay<LiveFile, FileAction> {
        private final Backend<LiveFile, FileAction> sound;

        Faulty(Backend<LiveFile, FileAction> sound) {
            this.sound = sound;
        }

        @Override
        public Backend<LiveFile, FileAction> backend() {
            return sound;
        }
    }

    private void withFault(UnaryOperator<Backend<LiveFile, FileAction>> fault) {
        twin.revertingFiles = fault.apply(twin.revertingFiles);
    }

    @Test
    void confirmed_it_is_kept_and_stays() throws IOException {
        var finished = finished();

        assertTrue(finished.succeeded(), finished::toString);
        assertEquals(List.of(new Trial(List.of(MAKE), SelfReverting.SIGN, SelfReverting.TIME)), asked);
        assertTrue(isThereInTheEnd());
    }

    @Test
    void not_confirmed_it_is_taken_back_and_what_depends_on_it_is_left_out() throws IOException {
        answer(new Verdict.TakeBack("nobody confirmed it in time"));
        var before = twin.everything();

        var finished = finished();

        assertEquals(
                new Outcome.TakenBack("nobody confirmed it in time"),
                outcomes(finished).get(MAKE));
        assertInstanceOf(Outcome.Skipped.class, outcomes(finished).get("services.systemd/restart/web.service"));
        assertEquals(before, twin.everything());
        assertFalse(finished.succeeded());
        assertTrue(finished.isTakenBack());
        assertEquals(2, twin.plan().actionCount(), "state/ still asks for it");
    }

    @Test
    void beside_what_was_done_or_failed_it_is_no_run_that_was_taken_back() throws IOException {
        answer(new Verdict.TakeBack("no"));
        twin.wish(present("git"));
        twin.plan();
        assertFalse(finished().isTakenBack(), "git is installed");

        twin.wish(present("git"), present("liar"));
        twin.keepGoing = true;
        twin.plan();
        assertFalse(finished().isTakenBack(), "liar failed");
    }

    @Test
    void what_is_not_as_foretold_is_taken_back_without_a_question() throws IOException {
        twin.wish(folder("/etc/liar", List.of()));
        twin.plan();

        var finished = finished();

        assertInstanceOf(Outcome.TakenBack.class, outcomes(finished).get("files.mirror/make-directory//etc/liar"));
        assertEquals(List.of(), asked);
    }

    @Test
    void what_cannot_be_seen_is_taken_back_without_a_question() throws IOException {
        withFault(sound -> new Faulty(sound) {
            private boolean blind;

            @Override
            public Attempt apply(List<FileAction> transaction, Progress progress) {
                blind = true;
                return super.apply(transaction, progress);
            }

            @Override
            public Attempt takeBack(List<FileAction> transaction) {
                blind = false;
                return super.takeBack(transaction);
            }

            @Override
            public Observation<LiveFile> observe(Scope scope) {
                return blind ? new Observation.Unavailable<>("it is dark") : super.observe(scope);
            }
        });

        assertEquals(new Outcome.TakenBack("done, but it cannot be seen: it is dark"), outcome());
        assertEquals(List.of(), asked);
    }

    @Test
    void what_was_taken_back_while_somebody_thought_about_it_is_not_done() throws IOException {
        twin.probation = _ -> {
            twin.ticker.pause(SelfReverting.TIME);
            return new Verdict.Keep();
        };

        assertEquals(new Outcome.TakenBack("it could not be kept: it was taken back already"), outcome());
        assertFalse(isThereInTheEnd());
    }

    @Test
    void a_component_that_does_not_keep_it_but_says_so_is_not_believed() throws IOException {
        withFault(sound -> new Faulty(sound) {
            @Override
            public Attempt keep(List<FileAction> transaction) {
                super.takeBack(transaction);
                return new Attempt.Ran();
            }
        });

        assertTrue(failure().contains("what is there is absent"));
    }

    @Test
    void one_that_takes_back_only_by_itself_is_waited_for() throws IOException {
        answer(new Verdict.TakeBack("the answer was no"));
        withFault(sound -> new Faulty(sound) {
            @Override
            public Attempt takeBack(List<FileAction> transaction) {
                return new Attempt.Refused("not now");
            }
        });
        var asking = twin.ticker.now();

        assertEquals(new Outcome.TakenBack("the answer was no"), outcome());
        assertEquals(SelfReverting.TIME, twin.ticker.now().minus(asking));
    }

    @Test
    void one_that_never_takes_it_back_has_failed_and_what_is_there_is_told() throws IOException {
        answer(new Verdict.TakeBack("the answer was no"));
        withFault(sound -> new Faulty(sound) {
            @Override
            public Attempt keep(List<FileAction> transaction) {
                return super.keep(transaction);
            }

            @Override
            public Attempt takeBack(List<FileAction> transaction) {
                super.keep(transaction);
                return new Attempt.Refused("it is stuck");
            }
        });

        var failure = failure();
        assertTrue(
                failure.startsWith("the answer was no; it was not taken back: it is stuck; what is there is"), failure);
        assertTrue(isThereInTheEnd());
    }

    @Test
    void one_that_says_it_took_it_back_and_did_not_has_failed() throws IOException {
        answer(new Verdict.TakeBack("the answer was no"));
        withFault(sound -> new Faulty(sound) {
            @Override
            public Attempt takeBack(List<FileAction> transaction) {
                return super.keep(transaction);
            }
        });

        assertTrue(failure().contains("it was not taken back"));
    }

    @Test
    void what_cannot_be_seen_any_more_has_failed() throws IOException {
        answer(new Verdict.TakeBack("the answer was no"));
        withFault(sound -> new Faulty(sound) {
            private boolean blind;

            @Override
            public Attempt takeBack(List<FileAction> transaction) {
                blind = true;
                return super.takeBack(transaction);
            }

            @Override
            public Observation<LiveFile> observe(Scope scope) {
                return blind ? new Observation.Unavailable<>("it is dark") : super.observe(scope);
            }
        });

        assertTrue(failure().contains("it cannot be seen: it is dark"));
    }

    @Test
    void what_a_component_took_back_by_its_own_judgement_is_believed_after_a_look() throws IOException {
        withFault(sound -> new Faulty(sound) {
            @Override
            public Attempt apply(List<FileAction> transaction, Progress progress) {
                super.apply(transaction, progress);
                super.takeBack(transaction);
                return new Attempt.TakenBack("10.77.0.1 does not answer any more");
            }
        });
        var finished = finished();
        assertEquals(
                new Outcome.TakenBack("10.77.0.1 does not answer any more"),
                outcomes(finished).get(MAKE));
        assertTrue(finished.isTakenBack());
    }

    /** With such words in its results the run could not be committed, and would stay open. */
    @Test
    void what_looks_like_a_secret_in_what_a_component_says_is_masked() throws IOException {
        withFault(sound -> new Faulty(sound) {
            @Override
            public Attempt apply(List<FileAction> transaction, Progress progress) {
                return new Attempt.TakenBack("the password: hunter2hunter2 is too short");
            }
        });
        var why = assertInstanceOf(Outcome.TakenBack.class, outcome()).why();
        assertTrue(why.startsWith("the password: ‹secret "), why);
        assertFalse(why.contains("hunter2"), why);
    }

    @Test
    void and_not_without() throws IOException {
        withFault(sound -> new Faulty(sound) {
            @Override
            public Attempt apply(List<FileAction> transaction, Progress progress) {
                super.apply(transaction, progress);
                super.keep(transaction);
                return new Attempt.TakenBack("10.77.0.1 does not answer any more");
            }
        });
        assertTrue(failure().startsWith("10.77.0.1 does not answer any more; it was not taken back"));
    }
}
