package dev.twinsync.flow.logs;

import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.shape.Nearest;
import dev.twinsync.flow.view.Layout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the logs are called. Each has the name of its report; the journal has a second text beside the one of its report.
 *
 * @param texts that are there, relative to the repository
 */
record SourceNames(LogIndex index, List<String> texts) {

    private static final Map<String, String> BESIDE_REPORTS =
            Map.of("errors_last_boot", Layout.CURRENT_LOGS + "/systemd/errors_last_boot.txt");

    NamedSource find(String name) {
        return report(name)
                .map(this::of)
                .or(() -> besideReports(name))
                .orElseGet(() -> new NamedSource.Unknown(names(), Nearest.hint(name, names())));
    }

    private Optional<LogReport> report(String name) {
        return reports().filter(report -> report.name().equals(name)).findFirst();
    }

    private Stream<LogReport> reports() {
        return LogOverview.sources(index).stream().map(LogOverview.Source::report);
    }

    private NamedSource of(LogReport report) {
        return report.absent()
                .<NamedSource>map(NamedSource.Absent::new)
                .or(() -> report.unavailable().map(NamedSource.Unavailable::new))
                .or(() -> report.text().flatMap(text -> kept(Layout.CURRENT_LOGS + "/" + text)))
                .orElseGet(NamedSource.Nothing::new);
    }

    private Optional<NamedSource> besideReports(String name) {
        return Optional.ofNullable(BESIDE_REPORTS.get(name)).flatMap(this::kept);
    }

    private Optional<NamedSource> kept(String path) {
        return texts.contains(path) ? Optional.of(new NamedSource.Kept(path)) : Optional.empty();
    }

    private List<String> names() {
        var others = BESIDE_REPORTS.entrySet().stream()
                .filter(entry -> texts.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted();
        return Stream.concat(reports().map(LogReport::name), others).distinct().toList();
    }
}
