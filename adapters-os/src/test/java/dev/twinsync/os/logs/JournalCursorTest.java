package dev.twinsync.os.logs;

import static dev.twinsync.os.logs.Cursors.A;
import static dev.twinsync.os.logs.Cursors.B;
import static dev.twinsync.os.logs.Cursors.BOOT;
import static dev.twinsync.os.logs.Cursors.cursor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalCursorTest {

    private static final String TEXT = "s=6c521bd59df3499e919df9daf21ade01;i=134;b=6fe9d3155910484eab349d67a03f7841"
            + ";m=569fd4dd;t=661246e10ad4d;x=638bec7769d4fbf3";

    @Test
    void a_cursor_tells_what_is_in_it() {
        assertEquals(
                Optional.of(new JournalCursor(
                        TEXT,
                        "6c521bd59df3499e919df9daf21ade01",
                        0x134,
                        "6fe9d3155910484eab349d67a03f7841",
                        1_453_315_293L,
                        1_795_658_953_567_565L,
                        "638bec7769d4fbf3")),
                JournalCursor.parse(TEXT));
        var cursor = JournalCursor.parse(TEXT).orElseThrow();
        assertEquals(Instant.parse("2026-11-26T02:09:13.567565Z"), cursor.at());
        assertEquals("2026-11-26T02:09:13Z", cursor.second());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s=1;i=2",
                TEXT + ";y=1",
                TEXT + "\n",
                "x" + TEXT,
                "s=6c521bd59df3499e919df9daf21ade01;i=13400000000000000;b=6fe9d3155910484eab349d67a03f7841;m=1;t=1;x=1",
                "s=6c521bd59df3499e919df9daf21ade01;i=1;b=6fe9d3155910484eab349d67a03f7841;m=1;t=fffffffffffffff;x=1",
                "s=6c521bd59df3499e919df9daf21ade01;i=-1;b=6fe9d3155910484eab349d67a03f7841;m=1;t=1;x=1",
            })
    void what_is_not_quite_a_cursor_is_none(String text) {
        assertEquals(Optional.empty(), JournalCursor.parse(text));
    }

    @Test
    void within_a_boot_the_clock_that_is_never_set_decides() {
        var before = cursor(A, 1, A, 100, 60);
        var afterTheClockWasSetBack = cursor(A, 2, A, 101, 3600);
        assertTrue(afterTheClockWasSetBack.isLaterThan(before, BOOT));
        assertFalse(before.isLaterThan(afterTheClockWasSetBack, BOOT));
        assertFalse(before.isLaterThan(before, BOOT));
    }

    @Test
    void this_boot_is_later_than_every_other_one_whatever_the_clock_said() {
        var thisBoot = cursor(A, 1, A, 100, 3600);
        var otherBoot = cursor(A, 2, B, 100, 60);
        assertTrue(thisBoot.isLaterThan(otherBoot, BOOT));
        assertFalse(otherBoot.isLaterThan(thisBoot, BOOT));
    }

    @Test
    void between_boots_of_the_past_there_is_only_the_clock() {
        var one = cursor(A, 1, B, 100, 3600);
        var two = cursor(A, 2, "c".repeat(32), 50, 60);
        assertTrue(two.isLaterThan(one, BOOT));
        assertFalse(one.isLaterThan(two, BOOT));
    }
}
