package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.logs.Severity;
import dev.twinsync.domain.logs.Sighting;
import dev.twinsync.port.LogSource;
import dev.twinsync.port.LogSource.Capture;
import dev.twinsync.port.LogSource.LogText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of another machine, over pipes as ssh has them. */
class VisitedLogsTest {

    private static final String PLUGIN = "logs.files";
    private static final LogSource.Since SINCE =
            new LogSource.Since(Instant.EPOCH, Map.of("files:/var/log/x", "far", "systemd_journal", "farther still"));
    private static final Map<String, String> OWN = Map.of("files:/var/log/x", "far");

    @TempDir
    private Path folder;

    /** Brings what it was told to bring, and how far it was told to have read. */
    private record Diary(List<LogText> texts) implements LogSource {
        @Override
        public String name() {
            return PLUGIN;
        }

        @Override
        public Capture capture(LogsConfig wanted, Since since) {
            var report = LogReport.unread("x", "up to " + since.marks());
            var sighting = new Sighting("broken", Severity.CRITICAL, "x", Optional.empty(), Optional.of("now"), 3);
            return new Capture(texts, List.of(report), List.of(sighting), Map.of("files:/var/log/x", "farther"));
        }
    }

    private Inn inn(Map<String, LogSource> logs) throws IOException {
        return new Inn(Map.of(), Map.of(), logs, Inn.NO_PROGRAMS, new Kept(), folder, _ -> {
            throw new IOException("there is no content");
        });
    }

    private static Capture captured(Inn inn) {
        return inn.host
                .logs(PLUGIN, "files:", Optional.empty(), _ -> List.of("x", "y"))
                .capture(LogsConfig.DEFAULT, SINCE);
    }

    private static void assertUnread(Capture capture, String reason) {
        assertEquals(
                List.of("x", "y"),
                capture.reports().stream().map(LogReport::name).toList());
        for (LogReport report : capture.reports()) {
            assertTrue(report.unavailable().orElseThrow().contains(reason), report::toString);
        }
        assertEquals(OWN, capture.marks(), "another plugin may have read on");
        assertEquals(List.of(), capture.texts());
    }

    @Test
    void what_is_brought_there_is_brought_here() throws IOException {
        var diary = new Diary(List.of(new LogText("files/x_tail.txt", List.of("one", "two \u0007 \u00e4", ""))));
        try (var inn = inn(Map.of(PLUGIN, diary))) {
            assertEquals(diary.capture(LogsConfig.DEFAULT, new LogSource.Since(Instant.EPOCH, OWN)), captured(inn));
        }
    }

    @Test
    void more_than_goes_over_at_once_is_said_with_the_remedy_and_all_else_goes_on() throws IOException {
        var many = new Diary(List.of(new LogText("files/x_tail.txt", Collections.nCopies(5000, "x".repeat(4096)))));
        try (var inn = inn(Map.of(PLUGIN, many))) {
            assertUnread(captured(inn), "tail_lines in state/logs_config.yaml");
            assertTrue(inn.host.has("containers.podman"));
            assertEquals(Optional.empty(), inn.host.lost());
        }
    }

    @Test
    void the_most_that_goes_over_at_once_does_whatever_letters_it_is_of() throws IOException {
        var line = "\u001b".repeat(1000);
        var diary = new Diary(List.of(new LogText("files/x_tail.txt", Collections.nCopies(1290, line))));
        try (var inn = inn(Map.of(PLUGIN, diary))) {
            assertEquals(diary.texts(), captured(inn).texts());
        }
    }

    @Test
    void a_twin_that_cannot_read_them_is_told_as_such() throws IOException {
        try (var inn = inn(Map.of())) {
            assertUnread(captured(inn), "there is no plugin of this name");
        }
    }

    @Test
    void where_the_connection_is_lost_it_stays_known_how_far_they_were_read() throws IOException {
        try (var inn = inn(Map.of(PLUGIN, new Diary(List.of())))) {
            inn.cut();
            assertUnread(captured(inn), "");
        }
    }

    @Test
    void a_text_that_is_to_lie_elsewhere_is_not_taken() throws IOException {
        var hostile = new Diary(List.of(new LogText("../../state/files.yaml", List.of("gone"))));
        try (var inn = inn(Map.of(PLUGIN, hostile))) {
            assertUnread(captured(inn), "is not a path within the repository");
        }
    }
}
