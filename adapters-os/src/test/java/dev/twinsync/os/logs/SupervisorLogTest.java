package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.os.StreamedLine;
import dev.twinsync.os.supervisor.Fault;
import dev.twinsync.os.supervisor.LogListener;
import dev.twinsync.os.supervisor.LogRequest;
import dev.twinsync.os.supervisor.NoAnswer;
import dev.twinsync.os.supervisor.SupervisorApi;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupervisorLogTest {

    /** A Supervisor with a clock in Berlin, and with these lines for whatever log is asked for, unless it has a fault. */
    private record Told(Optional<Fault> fault, StreamedLine... lines) implements SupervisorApi {

        static Told of(String... lines) {
            return new Told(
                    Optional.empty(),
                    List.of(lines).stream().map(StreamedLine.Whole::new).toArray(StreamedLine[]::new));
        }

        @Override
        public Facts get(String path, Duration patience) {
            assertEquals("supervisor/info", path);
            return new Facts(Tree.map().put("timezone", "Europe/Berlin").build());
        }

        @Override
        public Optional<String> log(LogRequest request, Duration patience, LogListener listener) throws NoAnswer {
            if (fault.isPresent()) {
                throw new NoAnswer(fault.get());
            }
            for (StreamedLine line : lines) {
                if (!listener.take(line)) {
                    break;
                }
            }
            return Optional.empty();
        }

        @Override
        public Facts post(String path, Tree body, Duration patience) {
            throw new AssertionError(path + JsonTree.compact(body));
        }

        @Override
        public Facts delete(String path, Duration patience) {
            throw new AssertionError(path);
        }

        @Override
        public Facts coreGet(String path, Duration patience) {
            throw new AssertionError(path);
        }

        @Override
        public Facts corePost(String path, Tree body, Duration patience) {
            throw new AssertionError(path);
        }

        @Override
        public String way() {
            return "told";
        }
    }

    private static List<StampedLine> lines(String... lines) throws Unread {
        return new SupervisorLog(Told.of(lines), "core").lines().lines();
    }

    @Test
    void a_line_has_the_time_at_which_the_journal_got_it() throws Unread {
        assertEquals(
                List.of(
                        new StampedLine(Instant.parse("2026-08-21T07:14:03.512Z"), "message: with [colons]"),
                        new StampedLine(Instant.parse("2026-08-21T07:14:04Z"), ""),
                        new StampedLine(Instant.parse("2026-08-21T07:14:05.100Z"), "of nobody")),
                lines(
                        "2026-08-21 07:14:03.512 homeassistant homeassistant[531]: message: with [colons]",
                        "2026-08-21 07:14:04 homeassistant homeassistant: ",
                        "2026-08-21 07:14:05.100  _UNKNOWN_[7]: of nobody"));
    }

    @Test
    void what_is_no_such_line_has_no_time() throws Unread {
        for (String line : List.of(
                "2026-08-21 09:14:03.512 WARNING (MainThread) [supervisor.store] slow: x",
                "2026-99-21 07:14:03.512 homeassistant homeassistant[531]: x",
                "Traceback (most recent call last):")) {
            assertEquals(List.of(StampedLine.undated(line)), lines(line));
        }
    }

    @Test
    void lines_that_come_from_docker_have_the_clock_of_the_supervisor() throws Unread {
        var log = new SupervisorLog(
                Told.of("\u001b[32m26-08-21 09:14:03 INFO (MainThread) [supervisor.store] x"), "supervisor");
        assertTrue(log.lines().isUndated());
        assertEquals(Optional.of(ZoneId.of("Europe/Berlin")), log.zone());
    }

    @Test
    void a_line_that_is_too_long_leaves_its_place() throws Unread {
        var log = new SupervisorLog(new Told(Optional.empty(), new StreamedLine.TooLong()), "core").lines();
        assertEquals(1, log.lines().size());
        assertTrue(log.lines().getFirst().text().contains("too long"));
    }

    @Test
    void of_a_long_line_no_more_is_held_than_is_shown() throws Unread {
        var line = lines("2026-08-21 07:14:03.512 h homeassistant: " + "word ".repeat(10_000))
                .getFirst();
        assertTrue(line.text().length() < 5_000, () -> "length " + line.text().length());
        assertTrue(line.text().endsWith("more characters]"), line.text());
    }

    @Test
    void a_fault_is_a_reason_in_its_own_words() {
        var silent = new Told(Optional.of(new Fault.NotReady("setup")));
        var refused = assertThrows(Unread.class, () -> new SupervisorLog(silent, "core").lines());
        assertTrue(refused.getMessage().contains("its state is setup"), refused.getMessage());
    }
}
