package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.secrets.Redaction;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of one log of Home Assistant.
 *
 * @param name {@code ha_core}
 * @param text where its last lines go: {@code home_assistant/core_tail.txt}
 * @param tailLines how many of them
 * @param mark how far it was read at the last capture, if there was one
 */
record Asked(String name, String text, long tailLines, Optional<String> mark, Times times, Redaction redaction) {

    /** The same, of a log that has another clock. */
    Asked in(ZoneId zone) {
        return new Asked(name, text, tailLines, mark, new Times(times.now(), zone, times.boot()), redaction);
    }

    /** What is said of it when it cannot be read. How far it was read stays known. */
    SourceCapture.Captured unread(String reason) {
        return new SourceCapture.Captured(Optional.empty(), LogReport.unread(name, reason), List.of(), mark);
    }
}
