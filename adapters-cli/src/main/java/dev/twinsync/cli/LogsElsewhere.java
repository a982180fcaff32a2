package dev.twinsync.cli;

import dev.twinsync.domain.logs.FileSource;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.port.LogSource;
import java.util.List;
import java.util.function.Function;

/**
 * The logs of a machine that cannot be had from here: not read is not empty. How far they were read before stays known.
 *
 * @param logs the names of those that would have been read
 */
record LogsElsewhere(String name, Function<LogsConfig, List<String>> logs, String reason) implements LogSource {

    static List<LogSource> all(String reason) {
        return List.of(
                new LogsElsewhere(
                        Catalog.JOURNAL, wanted -> wanted.journal().enabled() ? List.of("journal") : List.of(), reason),
                new LogsElsewhere(
                        Catalog.LOG_FILES,
                        wanted -> wanted.files().enabled()
                                ? wanted.files().sources().stream()
                                        .map(FileSource::name)
                                        .toList()
                                : List.of(),
                        reason),
                new LogsElsewhere(
                        Catalog.HOME_ASSISTANT_LOGS,
                        wanted -> wanted.homeAssistant().enabled() ? List.of("ha_core") : List.of(),
                        reason));
    }

    @Override
    public Capture capture(LogsConfig wanted, Since since) {
        var reports = logs.apply(wanted).stream()
                .map(log -> LogReport.unread(log, reason))
                .toList();
        return new Capture(List.of(), reports, List.of(), since.marks());
    }
}
