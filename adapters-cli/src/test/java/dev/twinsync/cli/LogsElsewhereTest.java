package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.port.LogSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogsElsewhereTest {

    @Test
    void every_log_that_is_asked_for_is_told_as_not_read_and_how_far_it_was_read_stays_known() {
        var since = new LogSource.Since(Instant.EPOCH, Map.of("journal", "far"));
        var all = LogsElsewhere.all("elsewhere").stream()
                .map(source -> source.capture(LogsConfig.DEFAULT, since))
                .toList();
        assertEquals(3, all.size());
        for (LogSource.Capture capture : all) {
            assertEquals(since.marks(), capture.marks());
            assertTrue(capture.texts().isEmpty());
            for (LogReport report : capture.reports()) {
                assertEquals(Optional.of("elsewhere"), report.unavailable());
            }
        }
        assertTrue(all.stream().anyMatch(capture -> !capture.reports().isEmpty()));
        assertEquals(
                List.of(Catalog.JOURNAL, Catalog.LOG_FILES, Catalog.HOME_ASSISTANT_LOGS),
                LogsElsewhere.all("").stream().map(LogSource::name).toList());
    }
}
