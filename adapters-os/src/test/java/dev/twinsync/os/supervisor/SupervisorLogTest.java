package dev.twinsync.os.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.StreamedLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs come line by line, from where one wants. */
class SupervisorLogTest {

    private static final int MANY = 150;

    private final FakeSupervisor fake = new FakeSupervisor();
    private final SupervisorApi api = fake.api();
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void write() {
        for (int number = 0; number < MANY; number++) {
            fake.logs().add("core", "2026-08-21 09:14:03.%03d".formatted(number), "line " + number);
        }
    }

    @AfterEach
    void end() {
        fake.close();
    }

    private boolean hear(StreamedLine line) {
        heard.add(line instanceof StreamedLine.Whole(var text) ? text : "too long");
        return true;
    }

    private Optional<String> read(LogRequest request) throws NoAnswer {
        return api.log(request, Patience.LOOK, this::hear);
    }

    private static LogRequest usual(String path) {
        return new LogRequest(path, false, new LogRequest.Usual());
    }

    @Test
    void without_words_the_last_hundred_come() throws NoAnswer {
        read(usual("core/logs"));
        assertEquals(100, heard.size());
        assertEquals("line 50", heard.getFirst());
        assertEquals("line 149", heard.getLast());
    }

    @Test
    void the_last_lines_have_a_place_in_the_journal() throws NoAnswer {
        var place = read(LogRequest.last("core/logs", 3));
        assertEquals(List.of("line 147", "line 148", "line 149"), heard);
        heard.clear();
        read(new LogRequest("core/logs", false, new LogRequest.Entries(place.orElseThrow(), 1, Optional.empty())));
        assertEquals(List.of("line 148", "line 149"), heard);
    }

    @Test
    void a_range_counts_from_the_end() throws NoAnswer {
        read(new LogRequest("core/logs", false, new LogRequest.Entries("", -4, Optional.of(2))));
        assertEquals(List.of("line 145", "line 146"), heard);
    }

    @Test
    void with_dates_each_line_begins_with_its_time() throws NoAnswer {
        read(LogRequest.last("core/logs", 2).withDates());
        assertEquals("2026-08-21 09:14:03.148 homeassistant homeassistant[1234]: line 148", heard.getFirst());
    }

    @Test
    void the_latest_start_is_alone() throws NoAnswer {
        fake.logs().startAnew("core");
        fake.logs().add("core", "2026-08-21 10:00:00.000", "\u001b[32manew\u001b[0m");
        read(usual("core/logs/latest"));
        assertEquals(List.of("anew"), heard);
    }

    @Test
    void colour_is_left_out() throws NoAnswer {
        fake.logs().add("core", "2026-08-21 10:00:00.000", "\u001b[31mred\u001b[0m");
        read(LogRequest.last("core/logs", 2));
        assertEquals("red", heard.getLast());
    }

    @Test
    void the_start_of_the_machine_before_is_read_too() throws NoAnswer {
        fake.logs().reboot("core");
        read(LogRequest.last("core/logs", 2));
        assertEquals(List.of(), heard);
        read(LogRequest.last("core/logs/boots/-1", 2));
        assertEquals("line 149", heard.getLast());
        assertEquals(
                2,
                api.get("host/logs/boots", Patience.LOOK).at("boots").entries().size());
    }

    @Test
    void an_empty_log_is_empty() throws NoAnswer {
        assertEquals(Optional.empty(), read(usual("supervisor/logs")));
        assertEquals(List.of(), heard);
    }

    @Test
    void who_has_heard_enough_ends_it() throws NoAnswer {
        api.log(usual("core/logs/latest"), Patience.LOOK, line -> {
            hear(line);
            return heard.size() < 2;
        });
        assertEquals(List.of("line 0", "line 1"), heard);
    }

    @Test
    void a_log_is_followed_until_the_time_is_over() throws NoAnswer {
        var later = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(100);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            fake.logs().add("core", "2026-08-21 10:00:00.000", "just now");
        });
        api.log(LogRequest.last("core/logs/follow", 2), Duration.ofMillis(800), this::hear);
        assertEquals(List.of("line 148", "line 149", "just now"), heard);
        assertTrue(later.isAlive() || !heard.isEmpty());
    }

    @Test
    void what_listens_may_fail() {
        assertThrows(
                IllegalStateException.class,
                () -> api.log(usual("core/logs"), Patience.LOOK, _ -> {
                    throw new IllegalStateException("no room");
                }));
    }

    @Test
    void without_a_journal_there_is_no_log() throws NoAnswer {
        fake.switches().noJournal = true;
        var no = assertThrows(NoAnswer.class, () -> read(usual("core/logs")));
        assertInstanceOf(Fault.Refused.class, no.fault());
        assertTrue(no.getMessage().contains("systemd-journal-gatewayd"));
        read(usual("supervisor/logs"));
    }

    @Test
    void a_log_that_is_not_there_is_not_found() {
        var no = assertThrows(NoAnswer.class, () -> read(usual("addons/nope/logs")));
        assertInstanceOf(Fault.NotFound.class, no.fault());
        fake.switches().notReady = "setup";
        assertInstanceOf(
                Fault.NotReady.class,
                assertThrows(NoAnswer.class, () -> read(usual("core/logs"))).fault());
    }

    @Test
    void a_line_without_end_is_not_kept() throws NoAnswer {
        fake.logs().add("core", "2026-08-21 10:00:00.000", "x".repeat(200_000));
        read(LogRequest.last("core/logs", 2));
        assertEquals(List.of("line 149", "too long"), heard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core/info", "logs", "core/logs?x", "core/../logs"})
    void only_a_log_is_read(String path) {
        assertThrows(IllegalArgumentException.class, () -> LogRequest.last(path, 2));
    }

    @Test
    void less_than_two_lines_are_not_asked_for() {
        assertThrows(IllegalArgumentException.class, () -> LogRequest.last("core/logs", 1));
        assertThrows(IllegalArgumentException.class, () -> new LogRequest.Entries("a\r\nb", 0, Optional.empty()));
    }
}
