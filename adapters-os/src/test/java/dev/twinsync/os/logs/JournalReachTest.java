package dev.twinsync.os.logs;

import static dev.twinsync.os.logs.Cursors.A;
import static dev.twinsync.os.logs.Cursors.B;
import static dev.twinsync.os.logs.Cursors.NOW;
import static dev.twinsync.os.logs.Cursors.cursor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalReachTest {

    private static final Boot OLD = new Boot(A, Duration.ofDays(3));
    private static final Boot YOUNG = new Boot(A, Duration.ofMinutes(10));

    @Test
    void of_a_machine_that_runs_for_long_this_boot_is_enough() {
        assertEquals(List.of("--boot"), JournalReach.of(OLD, NOW, Optional.empty()));
        assertEquals(List.of("--boot"), JournalReach.of(OLD, NOW, Optional.of(cursor(1, 7200))));
    }

    @Test
    void the_last_hour_may_have_begun_before_this_boot() {
        assertEquals(since(3600), JournalReach.of(YOUNG, NOW, Optional.empty()));
        assertEquals(since(3600), JournalReach.of(YOUNG, NOW, Optional.of(cursor(1, 100))));
    }

    @Test
    void so_may_what_is_new_since_the_last_capture() {
        assertEquals(since(90_000), JournalReach.of(YOUNG, NOW, Optional.of(cursor(A, 1, B, 50, 90_000))));
        assertEquals(since(300_000), JournalReach.of(OLD, NOW, Optional.of(cursor(A, 1, B, 50, 300_000))));
    }

    @Test
    void a_mark_of_the_last_boot_does_not_hide_the_beginning_of_this_one() {
        long threeDaysAndAMinute = 3 * 86_400 + 60;
        assertEquals(since(threeDaysAndAMinute), JournalReach.of(OLD, NOW, Optional.of(cursor(A, 1, B, 60))));
    }

    private static List<String> since(long secondsAgo) {
        return List.of("--since=@" + NOW.minusSeconds(secondsAgo).getEpochSecond());
    }
}
