package dev.twinsync.os.logs;

import static dev.twinsync.os.logs.Cursors.A;
import static dev.twinsync.os.logs.Cursors.B;
import static dev.twinsync.os.logs.Cursors.BOOT;
import static dev.twinsync.os.logs.Cursors.cursor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.LogGap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalGapTest {

    private static final JournalCursor MARK = cursor(100, 600);
    private static final Optional<JournalCursor> NEWEST = Optional.of(cursor(500, 1));
    private static final Optional<LogGap> NONE = Optional.empty();

    @Test
    void the_message_at_the_mark_is_still_there() {
        assertEquals(NONE, lost(Optional.of(MARK)));
    }

    @Test
    void it_is_still_there_although_it_moved_to_another_file_with_numbers_of_its_own() {
        var moved = JournalCursor.parse(MARK.text().replace("s=" + A, "s=" + B).replace("i=64;", "i=7;"))
                .orElseThrow();
        assertEquals(NONE, lost(Optional.of(moved)));
    }

    @Test
    void it_is_gone_and_the_next_one_is_there() {
        assertEquals(NONE, lost(Optional.of(cursor(101, 300))));
    }

    @Test
    void the_next_one_may_lie_in_the_file_of_a_user() {
        assertEquals(NONE, lost(Optional.of(cursor(B, 101, A, 300))));
    }

    @Test
    void messages_behind_it_are_gone() {
        var gap = lost(Optional.of(cursor(111, 300))).orElseThrow();
        assertEquals(Optional.of("2026-11-22T12:55:00Z"), gap.from());
        assertEquals(Optional.of("2026-11-22T13:00:00Z"), gap.to());
        assertTrue(gap.reason().startsWith("10 messages were deleted from the journal before"), gap.reason());
    }

    @Test
    void one_message_behind_it_is_gone() {
        assertTrue(reason(cursor(102, 300)).startsWith("one message was deleted"));
    }

    @Test
    void the_number_is_that_of_the_mark_but_the_message_is_another_one_as_after_a_power_cut() {
        assertEquals("the journal was deleted or replaced before twin had read all of it", reason(cursor(100, 300)));
    }

    @Test
    void the_journal_begins_anew() {
        assertEquals(
                "the journal was deleted or replaced before twin had read all of it", reason(cursor(B, 1, A, 300)));
    }

    @Test
    void the_next_number_of_another_source_and_another_boot_is_chance() {
        assertEquals(
                "the journal was deleted or replaced before twin had read all of it", reason(cursor(B, 101, B, 300)));
    }

    @Test
    void everything_is_gone_and_nothing_was_written_since() {
        assertEquals(NONE, new JournalGap(MARK, Optional.empty(), Optional.empty(), BOOT).lost());
        var older = Optional.of(cursor(99, 700));
        assertEquals(NONE, new JournalGap(MARK, Optional.empty(), older, BOOT).lost());
    }

    @Test
    void the_mark_is_gone_and_by_the_clock_everything_lies_before_it() {
        var markOfTheFuture = cursor(B, 7, B, -3600);
        var gap = new JournalGap(markOfTheFuture, Optional.empty(), NEWEST, BOOT)
                .lost()
                .orElseThrow();
        assertEquals(Optional.of("2026-11-22T14:05:00Z"), gap.from());
        assertEquals(Optional.empty(), gap.to());
        assertEquals("the journal is another one now", gap.reason());
    }

    private static String reason(JournalCursor found) {
        return lost(Optional.of(found)).orElseThrow().reason();
    }

    private static Optional<LogGap> lost(Optional<JournalCursor> found) {
        return new JournalGap(MARK, found, NEWEST, BOOT).lost();
    }
}
