package dev.twinsync.flow.unattended;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.policy.Policy;
import dev.twinsync.domain.policy.UnattendedPolicy;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.remote.AllWishes;
import dev.twinsync.flow.remote.Restraint;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.LastWord;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.Messenger;
import dev.twinsync.port.Notice;
import dev.twinsync.port.SimulatedJournal.Fault;
import dev.twinsync.port.SimulatedJournal.Moment;
import dev.twinsync.port.SimulatedNotes;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class UnattendedTest {

    /** Begun, intended and settled are written by then; what becomes of its service is not decided yet. */
    private static final int AFTER_THE_PACKAGE = 4;

    private final SimulatedTwin machine = new SimulatedTwin();
    private final List<Notice> told = new ArrayList<>();
    private Optional<Digest> last = Optional.empty();
    private final SimulatedNotes notes = new SimulatedNotes();

    private final LastWord lastWord = new LastWord() {
        @Override
        public Optional<Digest> read() {
            return last;
        }

        @Override
        public void write(Optional<Digest> said) {
            last = said;
        }
    };

    @BeforeEach
    void init() throws IOException {
        machine.services.put(SimulatedTwin.service("web.service", UnitFileState.ENABLED, false));
        machine.packages.put(SimulatedTwin.installed("bash"));
        machine.init();
    }

    private Word word(Messenger messenger) {
        return new Word(messenger, lastWord, "box", text -> text.replace("ghp_planted", "(a mask)"));
    }

    private Unattended.Result run(Messenger messenger, String... allowed) throws IOException {
        return run(messenger, new UnattendedPolicy(List.of(allowed), false));
    }

    private Unattended.Result run(Messenger messenger, UnattendedPolicy policy) throws IOException {
        return unattended(policy).run(Brought.NOTHING, Optional.empty(), word(messenger));
    }

    private Unattended unattended(UnattendedPolicy policy) {
        var restraint = new Restraint(Policy.DEFAULT.pulled(), notes.read());
        return new Unattended(machine.twin(), policy, restraint, notes, Duration.ofHours(1));
    }

    private Unattended.Result.Ran run(String... allowed) throws IOException {
        return assertInstanceOf(Unattended.Result.Ran.class, run(told::add, allowed));
    }

    @Test
    void of_a_machine_as_wished_nobody_is_told() throws IOException {
        assertFalse(run().told());
        assertEquals(List.of(), told);
    }

    @Test
    void the_same_drift_is_told_once_and_another_one_again() throws IOException {
        machine.wish(SimulatedTwin.present("bash"), SimulatedTwin.present("htop"));
        assertTrue(run().told());
        assertFalse(run().told());
        machine.wish(SimulatedTwin.present("bash"), SimulatedTwin.present("htop"), SimulatedTwin.present("vim"));
        assertTrue(run().told());
        assertTrue(told.getLast().lines().contains("  packages.debian/install/vim"), told::toString);
        machine.wish(SimulatedTwin.present("bash"));
        assertFalse(run().told());
        machine.wish(SimulatedTwin.present("bash"), SimulatedTwin.present("htop"));
        assertTrue(run().told(), "it was in order in between");
    }

    @Test
    void a_history_that_cannot_be_packed_is_told() throws IOException {
        machine.repo.refuseToPack();
        assertTrue(run().told());
        assertTrue(told.getLast().toString().contains("cannot pack the history"), told::toString);
    }

    @Test
    void what_did_not_get_through_is_told_again() throws IOException {
        machine.wish(SimulatedTwin.present("htop"));
        var unheard = assertInstanceOf(Unattended.Result.Ran.class, run(notice -> {
            throw new IOException("no mail");
        }));
        assertEquals(Optional.of("no mail"), unheard.unheard());
        assertFalse(unheard.told());
        assertEquals(List.of("packages.debian/install/htop"), unheard.findings().drift(), "what was found is not lost");
        var again = run();
        assertTrue(again.told());
        assertEquals(Optional.empty(), again.unheard());
    }

    @Test
    void a_service_that_failed_and_must_notice_what_is_declared_is_drift_as_it_is_to_status() throws IOException {
        machine.services.put(SimulatedTwin.service("web.service", UnitFileState.STATIC, true));
        machine.broken.add("web.service");
        machine.wish(SimulatedTwin.folder("/etc/web", List.of("web.service")));
        machine.plan();
        machine.apply();
        machine.now = machine.now.plusSeconds(60);
        assertEquals(
                List.of("services.systemd/start/web.service"), run().findings().drift());
    }

    @Test
    void a_secret_in_what_a_messenger_says_of_its_failure_is_masked() throws IOException {
        machine.wish(SimulatedTwin.present("htop"));
        var ran = assertInstanceOf(Unattended.Result.Ran.class, run(notice -> {
            throw new IOException("the hook failed: token=ghp_planted");
        }));
        assertEquals(Optional.of("the hook failed: token=(a mask)"), ran.unheard());
    }

    @Test
    void of_a_machine_that_could_not_be_looked_at_word_is_sent_once_too() {
        var findings = Findings.ofNothing(Brought.NOTHING, List.of("config.yaml:3:1 is not YAML"));
        assertTrue(word(told::add).tell(findings, "/device").told());
        assertFalse(word(told::add).tell(findings, "/device").told());
        assertEquals(
                List.of("went wrong: config.yaml:3:1 is not YAML"),
                told.getFirst().lines());
    }

    @Test
    void without_a_policy_nothing_is_applied() throws IOException {
        machine.wish(SimulatedTwin.present("htop"));
        run();
        assertFalse(machine.isInstalled("htop"));
    }

    @Test
    void a_wish_that_nobody_reads_is_told_once_and_nothing_is_applied_beside_it() throws IOException {
        machine.wish(SimulatedTwin.present("htop"));
        machine.repo.store("state/toys.yaml", InputStream.nullInputStream());
        var findings = run("packages.debian").findings();
        assertEquals(1, findings.faults().size(), findings::toString);
        assertTrue(findings.faults().getFirst().startsWith("state/toys.yaml is read by no plugin"), findings::toString);
        assertEquals(List.of("packages.debian/install/htop"), findings.drift());
        assertFalse(machine.isInstalled("htop"));
    }

    @Test
    void only_what_the_policy_names_is_applied() throws IOException {
        machine.wish(SimulatedTwin.wanted("web.service", true, true));
        machine.wish(SimulatedTwin.present("bash"), SimulatedTwin.present("htop"));
        var ran = run("packages.debian");
        assertTrue(machine.isInstalled("htop"), ran::toString);
        assertEquals(
                List.of("services.systemd/start/web.service"), ran.findings().drift());
    }

    @Test
    void where_something_would_be_taken_away_nothing_is_applied() throws IOException {
        machine.wish(SimulatedTwin.absent("bash"), SimulatedTwin.present("htop"));
        var ran = run("packages.debian");
        assertTrue(machine.isInstalled("bash"), ran::toString);
        assertFalse(machine.isInstalled("htop"), ran::toString);
        assertTrue(ran.findings().done().getFirst().startsWith("not applied by itself: "), ran::toString);
    }

    @Test
    void what_would_restart_a_way_to_the_machine_waits_for_a_person() throws IOException {
        machine.services.put(SimulatedTwin.service("networking.service", UnitFileState.ENABLED, true));
        machine.wish(SimulatedTwin.folder("/etc/toy", List.of("networking.service")));
        var ran = run("files.mirror", "services.systemd");
        assertEquals(
                List.of("not applied by itself: what is to be done has more than a low risk"),
                ran.findings().done());
        assertEquals(
                List.of("files.mirror/make-directory//etc/toy", "services.systemd/restart/networking.service"),
                ran.findings().drift());
    }

    @Test
    void what_a_package_brings_is_not_stopped_although_nobody_saw_that_in_the_plan() throws IOException {
        machine.wish(SimulatedTwin.wanted("nginx.service", false, false));
        machine.wish(SimulatedTwin.present("bash"), SimulatedTwin.present("nginx"));
        var ran = run("packages.debian", "services.systemd");
        assertTrue(machine.isInstalled("nginx"), ran::toString);
        assertTrue(isNginxRunning(), ran::toString);
        assertTrue(ran.findings().drift().contains("services.systemd/stop/nginx.service"), ran::toString);
    }

    @Test
    void who_resumes_what_the_clock_began_gives_it_no_more_leeway() throws IOException {
        machine.wish(SimulatedTwin.wanted("nginx.service", false, false));
        machine.wish(SimulatedTwin.present("bash"), SimulatedTwin.present("nginx"));
        machine.journal.failAt(AFTER_THE_PACKAGE, Moment.BEFORE_IT_LANDS, Fault.FULL_DISK);
        var ran = run("packages.debian", "services.systemd");
        assertTrue(machine.isInstalled("nginx"), ran::toString);
        assertTrue(ran.findings().faults().getFirst().startsWith("the apply was cut off"), ran::toString);
        machine.resume();
        assertTrue(isNginxRunning());
    }

    private boolean isNginxRunning() {
        return machine.services.things().stream()
                .anyMatch(service -> service.key().equals("nginx.service")
                        && service.running().orElseThrow());
    }

    @Test
    void what_only_something_beyond_the_policy_notifies_keeps_it_from_nothing() throws IOException {
        machine.services.put(SimulatedTwin.service("web.service", UnitFileState.STATIC, true));
        machine.services.put(SimulatedTwin.service("other.service", UnitFileState.ENABLED, false));
        machine.broken.add("web.service");
        machine.wish(SimulatedTwin.folder("/etc/web", List.of("web.service")));
        machine.plan();
        machine.apply();
        machine.broken.clear();
        machine.now = machine.now.plusSeconds(60);
        machine.wish(SimulatedTwin.wanted("other.service", true, true));
        var ran = run("services.systemd");
        assertEquals(List.of(), ran.findings().drift(), ran::toString);
    }

    @Test
    void what_came_by_a_pull_and_is_as_wished_keeps_what_notifies_it_from_nothing() throws IOException {
        machine.wish(SimulatedTwin.present("bash"));
        machine.services.put(SimulatedTwin.service("web.service", UnitFileState.ENABLED, true));
        var before = notes.read().beginning(wishes().noted());
        machine.wish(SimulatedTwin.wanted("web.service", true, true));
        notes.write(before.settled(wishes().noted(), wishes().plugins()));
        machine.wish(SimulatedTwin.folder("/etc/web", List.of("web.service")));
        var ran = run("files.mirror", "services.systemd");
        assertEquals(List.of(), ran.findings().drift(), ran::toString);
    }

    @Test
    void a_secret_in_what_is_told_is_masked() throws IOException {
        var brought = new Brought(List.of("Pulled: use ghp_planted"), List.of("state/x.yaml:1 found \"ghp_planted\""));
        unattended(new UnattendedPolicy(List.of(), false)).run(brought, Optional.empty(), word(told::add));
        assertFalse(told.toString().contains("ghp_planted"), told::toString);
        assertTrue(told.toString().contains("(a mask)"), told::toString);
    }

    /** Wishes for these as well, as a pull does. */
    private void pull(String... names) throws IOException {
        var before = notes.read().beginning(wishes().noted());
        machine.wish(Stream.concat(Stream.of("bash"), Stream.of(names))
                .map(SimulatedTwin::present)
                .toArray(DesiredPackage[]::new));
        notes.write(before.settled(wishes().noted(), wishes().plugins()));
    }

    private AllWishes wishes() throws IOException {
        return switch (AllWishes.of(machine.twin().view())) {
            case Reading.Value<AllWishes>(var wishes) -> wishes;
            case Reading.Wrong<AllWishes>(var problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void what_a_pull_brought_waits_for_a_person_unless_the_policy_says_otherwise() throws IOException {
        pull("htop");
        var ran = run("packages.debian");
        assertFalse(machine.isInstalled("htop"), ran::toString);
        assertEquals(
                List.of("not applied by itself: twin pull brought it, and unattended.pulled of the policy is not true:"
                        + " packages:htop; if you agree to it: twin approve"),
                ran.findings().done());
        assertEquals(List.of("packages.debian/install/htop"), ran.findings().drift());

        run(told::add, new UnattendedPolicy(List.of("packages.debian"), true));
        assertTrue(machine.isInstalled("htop"));
    }

    @Test
    void what_waits_for_a_package_and_came_by_a_pull_is_not_done_with_it() throws IOException {
        machine.wish(SimulatedTwin.present("bash"), SimulatedTwin.present("nginx"));
        var before = notes.read().beginning(wishes().noted());
        machine.wish(SimulatedTwin.wanted("nginx.service", true, true));
        notes.write(before.settled(wishes().noted(), wishes().plugins()));
        assertEquals(
                List.of("not applied by itself: twin pull brought it, and unattended.pulled of the policy is not true:"
                        + " services:nginx.service; if you agree to it: twin approve"),
                run("packages.debian", "services.systemd").findings().done());
    }

    /** The clock takes the lock of the machine for each. */
    private void betweenLookAndChange(Executable deed) {
        var taken = new AtomicInteger();
        machine.lock.before = () -> {
            if (taken.incrementAndGet() == 2) {
                assertDoesNotThrow(deed);
            }
        };
    }

    @Test
    void what_a_pull_brings_between_the_look_and_the_change_is_not_done() throws IOException {
        machine.wish(SimulatedTwin.present("bash"), SimulatedTwin.present("htop"));
        betweenLookAndChange(() -> notes.write(notes.read().awaiting(List.of(), "c".repeat(40))));
        var ran = run("packages.debian");
        assertFalse(machine.isInstalled("htop"), ran::toString);
        assertEquals(
                List.of("not applied by itself: another plan was made meanwhile, or twin pull brought something"),
                ran.findings().done());
    }

    @Test
    void a_plan_that_somebody_saves_between_the_look_and_the_change_is_not_carried_out() throws IOException {
        machine.wish(SimulatedTwin.present("bash"), SimulatedTwin.present("htop"));
        betweenLookAndChange(() -> {
            machine.wish(SimulatedTwin.absent("bash"), SimulatedTwin.present("htop"));
            machine.plan();
        });
        var ran = run("packages.debian");
        assertTrue(machine.isInstalled("bash"), ran::toString);
        assertFalse(machine.isInstalled("htop"), ran::toString);
    }

    @Test
    void a_waiting_plan_of_a_clock_that_was_ahead_stands_in_nobodys_way() throws IOException {
        var now = machine.now;
        machine.now = now.plus(Duration.ofDays(400));
        machine.wish(SimulatedTwin.wanted("web.service", true, true));
        machine.plan();
        machine.now = now;
        machine.wish(SimulatedTwin.present("bash"), SimulatedTwin.present("htop"));
        var ran = run("packages.debian");
        assertTrue(machine.isInstalled("htop"), ran::toString);
    }

    @Test
    void what_a_pull_brought_and_why_it_brought_nothing_is_told() throws IOException {
        var brought = new Brought(List.of("Pulled 1 commit from origin"), List.of("nothing was pulled: no way there"));
        var ran = assertInstanceOf(
                Unattended.Result.Ran.class,
                unattended(new UnattendedPolicy(List.of(), false)).run(brought, Optional.empty(), word(told::add)));
        assertEquals(brought.done(), ran.findings().done());
        assertEquals(brought.faults(), ran.findings().faults());
        assertTrue(ran.told());
    }

    @Test
    void a_plan_that_waits_for_a_person_stays() throws IOException {
        machine.wish(SimulatedTwin.wanted("web.service", true, true));
        machine.plan();
        var waiting = machine.repo.digest(Layout.LATEST_PLAN);
        machine.wish(SimulatedTwin.present("bash"), SimulatedTwin.present("htop"));
        run("packages.debian");
        assertFalse(machine.isInstalled("htop"));
        assertEquals(waiting, machine.repo.digest(Layout.LATEST_PLAN));
    }

    @Test
    void a_busy_machine_is_no_failure_and_nothing_is_done() throws IOException {
        var held = assertInstanceOf(MachineLock.Answer.Taken.class, machine.lock.take(Duration.ZERO));
        machine.wish(SimulatedTwin.present("htop"));
        assertInstanceOf(Unattended.Result.Busy.class, run(told::add, "packages.debian"));
        assertEquals(List.of(), told);
        held.held().close();
    }

    @Test
    void a_push_that_fails_is_told() throws IOException {
        var ran = unattended(new UnattendedPolicy(List.of(), false))
                .run(Brought.NOTHING, Optional.of(() -> Optional.of("push ended with 1")), word(told::add));
        assertTrue(assertInstanceOf(Unattended.Result.Ran.class, ran).told());
        assertTrue(told.getFirst().lines().getFirst().contains("push ended with 1"), told::toString);
    }
}
