package dev.twinsync.domain.logs;

import dev.twinsync.domain.logs.LogCounts.LastError;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;

/** What a program wants to know of a few logs at a glance; every key is always there, and what is not known is null. */
public final class LogSummary {

    private LogSummary() {}

    /** By the names of the logs. @param capturedAt UTC */
    public static Tree of(String capturedAt, List<LogReport> reports) {
        var all = Tree.map().put("captured_at", capturedAt);
        reports.forEach(report -> all.put(report.name(), of(report)));
        return all.build();
    }

    private static Tree of(LogReport report) {
        var counts = report.counts();
        return Tree.map()
                .put("unavailable", text(report.unavailable()))
                .put("source", text(report.origin().map(LogOrigin::source)))
                .put("lines", Tree.literal(report.origin().map(LogOrigin::lines).orElse(0L)))
                .put("counted_since", text(report.countedSince()))
                .put("errors", Counts.SHAPE.write(counts.errors()))
                .put("warnings", Counts.SHAPE.write(counts.warnings()))
                .put("last_error", text(counts.lastError().map(LogSummary::sentence)))
                .put("container_start", restart(report, Restart.Of.CONTAINER))
                .put("core_restart", restart(report, Restart.Of.CORE))
                .put("last_restart", restart(report.lastRestart()))
                .build();
    }

    private static String sentence(LastError error) {
        return error.at().map(at -> at + " ").orElse("") + error.unit() + ": " + error.message();
    }

    private static Tree restart(LogReport report, Restart.Of of) {
        return restart(
                report.restarts().stream().filter(restart -> restart.of() == of).findFirst());
    }

    private static Tree restart(Optional<Restart> restart) {
        return restart.map(Restart.SHAPE::write).orElseGet(LogSummary::nothing);
    }

    private static Tree text(Optional<String> text) {
        return text.map(Tree::text).orElseGet(LogSummary::nothing);
    }

    private static Tree nothing() {
        return Tree.literal("");
    }
}
