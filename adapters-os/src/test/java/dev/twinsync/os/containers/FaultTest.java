package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerAction.Create;
import dev.twinsync.domain.containers.ContainerAction.Remove;
import dev.twinsync.domain.containers.ContainerAction.Replace;
import dev.twinsync.domain.containers.ContainerAction.Start;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Heard;
import dev.twinsync.os.containers.FakeEngine.Fault;
import dev.twinsync.os.containers.FakeEngine.Killed;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault at each change that twin makes to an engine: what is there afterwards is what was there, or what should be. */
class FaultTest {

    private static final SecretOnDisk NO_FILES = new SecretOnDisk(0, 0);
    private static final ContainerName WEB = new ContainerName("web");
    private static final Patience NONE =
            new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));

    /** A machine with web, or an empty one, and what is to be done to it. */
    private enum Example {
        CREATE(
                false,
                new Create(WEB, Wish.of("web", "toy:1").variable("A", "new").spec(), true)),
        REPLACE(
                true,
                new Replace(WEB, Wish.of("web", "toy:1").variable("A", "new").spec(), true)),
        REPLACE_STOPPED(
                true,
                new Replace(WEB, Wish.of("web", "toy:1").variable("A", "new").spec(), false)),
        REMOVE(true, new Remove(WEB));

        private final boolean there;
        private final ContainerAction action;

        Example(boolean there, ContainerAction action) {
            this.there = there;
            this.action = action;
        }

        FakeEngine machine() throws NoAnswer {
            var machine = new FakeEngine();
            if (there) {
                work(
                        machine,
                        new Create(
                                WEB,
                                Wish.of("web", "toy:1").variable("A", "old").spec(),
                                true));
            }
            return machine;
        }

        /** The same with one that does not stay up. */
        ContainerAction sick() {
            var spec = Wish.of("web", "toy:1").variable("SICK", "1").spec();
            return there ? new Replace(WEB, spec, true) : new Create(WEB, spec, true);
        }

        /** What the machine shows when nothing goes wrong. */
        FakeEngine done() throws NoAnswer {
            var machine = machine();
            machine.failAt(-1, Fault.REFUSED);
            work(machine, action);
            return machine;
        }
    }

    private static void work(FakeEngine machine, ContainerAction action) throws NoAnswer {
        work(machine, action, Progress.SILENT);
    }

    private static void work(FakeEngine machine, ContainerAction action, Progress progress) throws NoAnswer {
        new Work(new Engine(machine), NONE, NO_FILES, progress).perform(action);
    }

    private static void mend(FakeEngine machine, ContainerAction action) throws NoAnswer {
        machine.failAt(-1, Fault.REFUSED);
        new Mending(new Engine(machine)).after(action);
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void a_kill_at_any_boundary_is_mended(Example example) throws NoAnswer {
        var before = example.machine().picture();
        var after = example.done();
        assertTrue(after.changes() >= 2, "there is nothing to be cut off");
        for (int at = 0; at < after.changes(); at++) {
            for (Fault fault : List.of(Fault.KILLED_BEFORE, Fault.KILLED_AFTER)) {
                var machine = example.machine();
                machine.failAt(at, fault);
                assertThrows(Killed.class, () -> work(machine, example.action));
                mend(machine, example.action);
                isOneOf(Set.of(before, after.picture()), machine, fault + " " + at);
                mend(machine, example.action);
                isOneOf(Set.of(before, after.picture()), machine, fault + " " + at + ", mended twice");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void a_kill_while_it_is_mended_is_mended(Example example) throws NoAnswer {
        var allowed = Set.of(example.machine().picture(), example.done().picture());
        for (int at = 0; at < example.done().changes(); at++) {
            for (int second = 0; second < 5; second++) {
                for (Fault fault : List.of(Fault.KILLED_BEFORE, Fault.KILLED_AFTER)) {
                    var machine = example.machine();
                    machine.failAt(at, Fault.KILLED_AFTER);
                    assertThrows(Killed.class, () -> work(machine, example.action));
                    machine.failAt(second, fault);
                    try {
                        new Mending(new Engine(machine)).after(example.action);
                    } catch (Killed again) {
                        mend(machine, example.action);
                    }
                    isOneOf(allowed, machine, at + ", then " + fault + " " + second);
                }
            }
        }
    }

    private static void isOneOf(Set<Map<String, String>> allowed, FakeEngine machine, String when) {
        assertTrue(
                allowed.contains(machine.picture()), () -> when + ": " + machine.picture() + " is none of " + allowed);
    }

    /** An old one that cannot be removed stays beside the new one; everything else is taken back. */
    @ParameterizedTest
    @EnumSource(Example.class)
    void what_the_engine_refuses_leaves_the_machine_as_it_was(Example example) throws NoAnswer {
        var before = example.machine().picture();
        int changes = example.done().changes();
        int last = example.action instanceof Replace ? changes - 1 : changes;
        for (int at = 0; at < last; at++) {
            var machine = example.machine();
            machine.failAt(at, Fault.REFUSED);
            var refused = assertThrows(NoAnswer.class, () -> work(machine, example.action));
            assertTrue(refused.getMessage().startsWith("refused"), refused::getMessage);
            assertEquals(before, machine.picture(), "refused " + at);
        }
    }

    @Test
    void a_container_of_another_in_the_way_of_a_replacement_is_left_alone() throws NoAnswer {
        var machine = Example.REPLACE.machine();
        var engine = new Engine(machine);
        engine.create(Names.old(WEB), Tree.map().build());
        var before = machine.picture();
        var refused = assertThrows(NoAnswer.class, () -> work(machine, Example.REPLACE.action));
        assertEquals("a container web.twin-old is in the way; give it another name or remove it", refused.getMessage());
        mend(machine, Example.REPLACE.action);
        assertEquals(before, machine.picture());
    }

    private static Observation.Seen<LiveContainer> look(FakeEngine machine) throws NoAnswer {
        return new Sighting(new Engine(machine), ContainerEngine.DOCKER).look(Scope.everything());
    }

    @Test
    void a_replacement_that_did_not_come_to_an_end_is_none_that_could_be_in_sync() throws NoAnswer {
        var machine = Example.REPLACE.machine();
        assertEquals(List.of(), look(machine).gaps());
        machine.failAt(3, Fault.KILLED_AFTER);
        assertThrows(Killed.class, () -> work(machine, Example.REPLACE.action));
        var gap = look(machine).gaps().getFirst();
        assertEquals("web", gap.keys());
        assertTrue(gap.reason().contains("else remove web and call web.twin-old by that name again"), gap::reason);
        mend(machine, Example.REPLACE.action);
        assertEquals(List.of(), look(machine).gaps());
        assertEquals(List.of(), look(Example.REPLACE.done()).gaps());
    }

    @Test
    void one_that_does_not_stay_up_gives_way() throws NoAnswer {
        var machine = Example.REPLACE.machine();
        machine.startsWell = false;
        var before = machine.picture();
        var refused = assertThrows(NoAnswer.class, () -> work(machine, Example.REPLACE.sick()));
        assertEquals("it ended at once: status 1; the old one is there again", refused.getMessage());
        assertEquals(before, machine.picture());
        var first = Example.CREATE.machine();
        first.startsWell = false;
        assertThrows(NoAnswer.class, () -> work(first, Example.CREATE.sick()));
        assertEquals(Map.of(), first.picture());
    }

    /** An engine knows earlier that one has ended than the journal has what it wrote. */
    @ParameterizedTest
    @EnumSource(names = {"CREATE", "REPLACE"})
    void last_words_that_the_journal_gets_late_are_waited_for(Example example) throws NoAnswer {
        var machine = example.machine();
        machine.startsWell = false;
        machine.keepsLog("journald", "", "", "last words");
        assertEquals(List.of("last words"), said(machine, example.sick()));
    }

    @Test
    void those_of_an_earlier_life_are_not_the_last() throws NoAnswer {
        var machine = new FakeEngine();
        machine.startsWell = false;
        var spec = Wish.of("web", "toy:1").variable("SICK", "1").spec();
        work(machine, new Create(WEB, spec, false));
        machine.keepsLog("journald", "earlier", "earlier", "earlier, last words");
        assertEquals(List.of("earlier, last words"), said(machine, new Start(WEB)));
    }

    @Test
    void nobody_waits_for_words_that_no_journal_is_to_get() throws NoAnswer {
        var machine = Example.CREATE.machine();
        machine.startsWell = false;
        machine.keepsLog("json-file", "", "of another look");
        assertEquals(List.of(""), said(machine, Example.CREATE.sick()));
    }

    /** What is heard while one does not come up. */
    private static List<String> said(FakeEngine machine, ContainerAction action) {
        var ear = new Heard();
        assertThrows(NoAnswer.class, () -> work(machine, action, ear));
        return ear.said();
    }
}
