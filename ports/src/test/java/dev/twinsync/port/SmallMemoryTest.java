package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallMemoryTest {

    private static final byte[] SOME = {1, 2, 3};
    private static final byte[] OTHER = {};

    private final RememberedBytes memory = new RememberedBytes();

    private SmallMemory next() {
        return new SmallMemory(memory, "small");
    }

    @Test
    void what_was_kept_is_there_for_the_next_command_and_before_that_for_this_one() {
        var first = next();
        first.keep("state/ä.yaml", SOME);
        first.keep("empty", OTHER);
        assertArrayEquals(SOME, first.recall("state/ä.yaml").orElseThrow());
        assertTrue(memory.kept.isEmpty(), "written before the command ended");
        first.keep();
        assertEquals(1, memory.kept.size());
        assertArrayEquals(SOME, next().recall("state/ä.yaml").orElseThrow());
        assertArrayEquals(OTHER, next().recall("empty").orElseThrow());
        assertFalse(next().recall("another").isPresent());
    }

    @Test
    void what_a_command_did_not_ask_for_stays_beside_what_it_changed() {
        var first = next();
        first.keep("a", SOME);
        first.keep("b", SOME);
        first.keep();
        var second = next();
        second.keep("b", OTHER);
        second.keep();
        assertArrayEquals(SOME, next().recall("a").orElseThrow());
        assertArrayEquals(OTHER, next().recall("b").orElseThrow());
    }

    @Test
    void nothing_is_written_where_nothing_is_new() {
        var first = next();
        first.keep("a", SOME);
        first.keep();
        memory.kept.replaceAll((_, bytes) -> bytes.clone());
        var written = memory.kept.get("small");
        var second = next();
        second.recall("a");
        second.keep();
        assertTrue(written == memory.kept.get("small"), "it was written again");
    }

    @Test
    void where_it_becomes_much_only_what_was_met_is_kept() {
        var first = next();
        first.keep("old", new byte[600_000]);
        first.keep("met", SOME);
        first.keep();
        var second = next();
        second.recall("met");
        second.keep("new", new byte[600_000]);
        second.keep();
        assertFalse(next().recall("old").isPresent());
        assertTrue(next().recall("met").isPresent());
        assertTrue(next().recall("new").isPresent());
    }

    @Test
    void what_is_spoiled_is_nothing_and_is_kept_anew() {
        for (var spoiled : List.of(new byte[] {7}, new byte[] {0, 1, 'a', -1, -1, -1, -1}, new byte[] {0, 1, 'a', 0})) {
            memory.keep("small", spoiled);
            var small = next();
            assertFalse(small.recall("a").isPresent(), () -> Arrays.toString(spoiled));
            small.keep("a", SOME);
            small.keep();
            assertArrayEquals(SOME, next().recall("a").orElseThrow());
        }
    }
}
