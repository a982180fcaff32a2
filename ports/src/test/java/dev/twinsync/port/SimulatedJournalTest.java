package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.SimulatedJournal.Fault;
import dev.twinsync.port.SimulatedJournal.Moment;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatedJournalTest extends JournalContract {

    private final SimulatedJournal journal = new SimulatedJournal();

    @Override
    protected Journal journal() {
        return journal;
    }

    private static Tree record(String what) {
        return Tree.map().put("what", what).build();
    }

    @Test
    void a_write_fails_before_or_after_it_landed_and_the_next_one_does_not() throws IOException {
        journal.failAt(1, Moment.BEFORE_IT_LANDS, Fault.FULL_DISK).failAt(2, Moment.AFTER_IT_LANDED, () -> {
            throw new AssertionError("killed");
        });
        assertThrows(IOException.class, () -> journal.append(record("one")));
        assertThrows(AssertionError.class, () -> journal.append(record("two")));
        journal.append(record("three"));
        assertEquals(List.of(record("two"), record("three")), journal.open());
        assertEquals(3, journal.writes());
    }

    @Test
    void a_close_is_a_write_too() throws IOException {
        journal.append(record("one"));
        journal.failAt(2, Moment.BEFORE_IT_LANDS, Fault.FULL_DISK);
        assertThrows(IOException.class, () -> journal.close(record("memory")));
        assertEquals(List.of(record("one")), journal.open());
        assertEquals(Optional.empty(), journal.memory());
    }
}
