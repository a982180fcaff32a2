package dev.twinsync.flow.twin;

import static dev.twinsync.flow.SimulatedTwin.installed;
import static dev.twinsync.flow.SimulatedTwin.present;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.plan.Status;
import dev.twinsync.flow.review.Adopt;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose a repository is becomes known when something of the machine is recorded in it, and not when one only looks. */
class OwnerNoteTest {

    private final SimulatedTwin machine = new SimulatedTwin();

    @BeforeEach
    void a_repository_of_the_machine() throws IOException {
        machine.packages.put(installed("vim"));
        machine.init();
        assertEquals(1, machine.noted, "by init");
        machine.noted = 0;
    }

    @Test
    void who_only_looks_says_nothing_of_it() throws IOException {
        machine.wish(present("git"));
        machine.plan();
        new Status(machine.twin().view())
                .foreseen(machine.twin().view().survey().ofMachine(), Selection.EVERYTHING);
        new Adopt(machine.twin()).foresee(new Selection(List.of("packages")));
        assertInstanceOf(
                Init.Result.Exists.class,
                new Init(machine.twin())
                        .init(Map.of("config.yaml", "".getBytes(StandardCharsets.UTF_8)), Duration.ZERO));
        assertEquals(0, machine.noted);
    }

    @Test
    void a_snapshot_says_it_also_where_nothing_changed() throws IOException {
        machine.snapshot();
        assertEquals(1, machine.noted);
    }

    @Test
    void and_so_does_what_is_applied() throws IOException {
        machine.wish(present("git"));
        machine.plan();
        assertInstanceOf(RunResult.Finished.class, machine.apply());
        assertTrue(machine.noted > 0);
    }

    @Test
    void and_what_is_adopted() throws IOException {
        machine.packages.put(installed("nano"));
        machine.wish(present("vim"), present("nano"));
        new Adopt(machine.twin()).adopt(new Selection(List.of("packages")), Duration.ZERO);
        assertEquals(1, machine.noted);
    }
}
