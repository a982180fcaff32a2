package dev.twinsync.cli.logs;

import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.LogCounts;
import dev.twinsync.domain.logs.LogGap;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogOrigin;
import dev.twinsync.domain.logs.Restart;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.logs.LogOverview;
import java.util.List;

/** The logs at a glance, for programs. */
final class LogOverviewJson {

    private LogOverviewJson() {}

    static Tree tree(LogOverview overview) {
        return Tree.map()
                .put("captured_at", overview.capturedAt())
                .put("previous_capture", LogTrees.optional(overview.previousCapture()))
                .put(
                        "age_seconds",
                        overview.age().map(age -> Tree.literal(age.toSeconds())).orElseGet(LogTrees::nothing))
                .put("old", Tree.literal(overview.isOld()))
                .put(
                        "sources",
                        Tree.list(overview.sources().stream()
                                .map(LogOverviewJson::source)
                                .toList()))
                .put("new_since_snapshot", errors(overview.newSinceSnapshot()))
                .put("new_since_apply", errors(overview.newSinceApply()))
                .put(
                        "last_apply",
                        overview.lastApply().map(LogOverviewJson::apply).orElseGet(LogTrees::nothing))
                .build();
    }

    private static Tree source(LogOverview.Source source) {
        var report = source.report();
        var counts = report.counts();
        return Tree.map()
                .put("plugin", source.plugin())
                .put("name", report.name())
                .put("absent", LogTrees.optional(report.absent()))
                .put("unavailable", LogTrees.optional(report.unavailable()))
                .put("text", LogTrees.optional(report.text()))
                .put("counted_since", LogTrees.optional(report.countedSince()))
                .put("errors", LogTrees.counts(counts.errors()))
                .put("warnings", LogTrees.counts(counts.warnings()))
                .put("levels", LogTrees.numbers(counts.levels()))
                .put("refused_logins", LogTrees.counts(counts.auth().counts()))
                .put("critical_units", LogTrees.texts(counts.criticalUnits()))
                .put("failed_units", LogTrees.texts(report.failedUnits()))
                .put(
                        "gaps",
                        Tree.list(
                                report.gaps().stream().map(LogOverviewJson::gap).toList()))
                .put(
                        "last_error",
                        counts.lastError().map(LogOverviewJson::lastError).orElseGet(LogTrees::nothing))
                .put("origin", report.origin().map(LogOverviewJson::origin).orElseGet(LogTrees::nothing))
                .put(
                        "restarts",
                        Tree.list(report.restarts().stream()
                                .map(LogOverviewJson::restart)
                                .toList()))
                .put(
                        "last_restart",
                        report.lastRestart().map(LogOverviewJson::restart).orElseGet(LogTrees::nothing))
                .build();
    }

    private static Tree gap(LogGap gap) {
        return Tree.map()
                .put("from", LogTrees.optional(gap.from()))
                .put("to", LogTrees.optional(gap.to()))
                .put("reason", gap.reason())
                .build();
    }

    private static Tree lastError(LogCounts.LastError error) {
        return Tree.map()
                .put("at", LogTrees.optional(error.at()))
                .put("unit", error.unit())
                .put("message", error.message())
                .build();
    }

    private static Tree origin(LogOrigin origin) {
        return Tree.map()
                .put("source", origin.source())
                .put("lines", Tree.literal(origin.lines()))
                .build();
    }

    private static Tree restart(Restart restart) {
        return Tree.map()
                .put("of", restart.of().word())
                .put("at", restart.at())
                .put("source", restart.source())
                .build();
    }

    private static Tree errors(List<ErrorSignature> errors) {
        return Tree.list(errors.stream().map(LogTrees::error).toList());
    }

    private static Tree apply(LogIndex.LastApply apply) {
        return Tree.map()
                .put("history", apply.history())
                .put("ended_at", apply.endedAt())
                .put("succeeded", Tree.literal(apply.succeeded()))
                .put("others", Tree.literal(apply.others()))
                .put("outcomes", LogTrees.numbers(apply.outcomes()))
                .build();
    }
}
