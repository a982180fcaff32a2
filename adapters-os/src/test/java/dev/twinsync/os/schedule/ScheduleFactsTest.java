package dev.twinsync.os.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schedule says of itself, and what it needs to tell anybody. */
class ScheduleFactsTest {

    private static final String LIST =
            "systemctl --user --no-pager list-timers --all --output=json -- " + UnitFiles.TIMER;

    @TempDir
    private Path folder;

    private Optional<Instant> next(String list) throws IOException {
        var commands = new ScriptedCommands().answer(LIST, list);
        return new Timers(commands, new Self("alice", 1000), folder, List.of("--user"), Map.of(), folder).next();
    }

    @Test
    void the_next_time_is_a_time_also_of_a_timer_that_counts_from_the_last_one() throws IOException {
        assertEquals(Optional.of(Instant.parse("2026-11-27T20:05:00.250Z")), next("""
                        [{"next":null,"left":null,"last":0,"passed":0,"unit":"other.timer","activates":"other.service"},
                        {"next":1795809900250000,"left":1795809900250000,"last":0,"passed":0,"unit":"%s","activates":"x"}]
                        """.formatted(UnitFiles.TIMER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "",
                "0 timers listed.",
                "[{\"next\":null,\"unit\":\"twin-schedule.timer\"}]",
                "[{\"next\":0,\"unit\":\"twin-schedule.timer\"}]",
                "[{\"next\":99999999999999999999,\"unit\":\"twin-schedule.timer\"}]",
                "[{\"next\":5,\"unit\":\"other.timer\"}]"
            })
    void where_systemd_names_no_time_there_is_none(String list) throws IOException {
        assertEquals(Optional.empty(), next(list));
    }

    @Test
    void mail_without_a_program_that_sends_it_is_objected_to() {
        var none = new ScriptedCommands().answer("which sendmail", 1, "", "");
        var objection = new Sendmail(none, new MailAddress("root")).objection();
        assertTrue(objection.orElse("").contains("there is no sendmail"), objection::toString);
        var there = new ScriptedCommands().answer("which sendmail", "/usr/sbin/sendmail\n");
        assertEquals(Optional.empty(), new Sendmail(there, new MailAddress("root")).objection());
    }
}
