package dev.twinsync.cli.logs;

import dev.twinsync.cli.terminal.TextColumns;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What each log plugin read, in numbers. */
public record LogsSummary(LogIndex index) {

    public List<String> lines() {
        return index.plugins().entrySet().stream().map(LogsSummary::line).toList();
    }

    private static String line(Map.Entry<String, List<LogReport>> plugin) {
        var absent = plugin.getValue().stream()
                .flatMap(report -> report.absent().stream())
                .findFirst();
        return absent.map(what -> String.format(TextColumns.PLUGIN + "%s", plugin.getKey(), Printable.of(what)))
                .orElseGet(() -> counted(plugin));
    }

    private static String counted(Map.Entry<String, List<LogReport>> plugin) {
        var read = plugin.getValue().stream()
                .filter(report -> report.unavailable().isEmpty())
                .toList();
        var unread = plugin.getValue().stream()
                .filter(report -> report.unavailable().isPresent())
                .map(report -> report.name() + ": " + report.unavailable().orElseThrow())
                .collect(Collectors.joining("; "));
        return String.format(
                        TextColumns.PLUGIN + "%5d errors and %d warnings in the last hour",
                        plugin.getKey(),
                        read.stream()
                                .mapToLong(report -> report.counts().errors().lastHour())
                                .sum(),
                        read.stream()
                                .mapToLong(report -> report.counts().warnings().lastHour())
                                .sum())
                + (unread.isEmpty() ? "" : "; not read: " + Printable.of(unread));
    }

    public Tree tree() {
        long news = index.signatures().stream()
                .filter(ErrorSignature::isNewSinceSnapshot)
                .count();
        var map = Tree.map().put("new_errors", Tree.literal(news));
        index.plugins()
                .forEach((plugin, reports) -> map.put(
                        plugin,
                        Tree.list(reports.stream().map(LogReport.SHAPE::write).toList())));
        return map.build();
    }
}
