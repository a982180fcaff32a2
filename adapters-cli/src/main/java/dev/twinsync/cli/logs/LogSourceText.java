package dev.twinsync.cli.logs;

import dev.twinsync.domain.logs.AuthFailures;
import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.LogCounts;
import dev.twinsync.domain.logs.LogGap;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.Restart;
import dev.twinsync.flow.logs.LogOverview;
import java.util.ArrayList;
import java.util.List;

/** One log at a glance: a line, and more of them only where there is something to say. */
final class LogSourceText {

    private static final int MOST_GROUPS = 3;
    private static final String DETAIL = "    ";

    private LogSourceText() {}

    static List<String> lines(LogOverview.Source source) {
        var report = source.report();
        var head = String.format("  %-16s ", report.name());
        if (report.absent().isPresent()) {
            return List.of(head + report.absent().get());
        }
        if (report.unavailable().isPresent()) {
            return List.of(head + "not read: " + report.unavailable().get());
        }
        var lines = new ArrayList<String>();
        lines.add(head
                + (source.isQuiet() ? nothing(report) : counted(report))
                + report.origin()
                        .map(origin -> "; read from " + origin.source())
                        .orElse(""));
        details(report).forEach(detail -> lines.add(DETAIL + detail));
        return lines;
    }

    private static String nothing(LogReport report) {
        return "nothing to report"
                + report.countedSince().map(when -> " since " + when).orElse("");
    }

    private static String counted(LogReport report) {
        var errors = report.counts().errors();
        var warnings = report.counts().warnings();
        return LogWords.counted(
                LogWords.number(errors, "error") + ", " + LogWords.number(warnings, "warning"),
                errors.sinceBoot() + warnings.sinceBoot() == 0,
                report.countedSince());
    }

    private static List<String> details(LogReport report) {
        var details = new ArrayList<String>();
        var counts = report.counts();
        names("failed: ", report.failedUnits(), details);
        names("critical: ", counts.criticalUnits(), details);
        names("by level: ", levels(counts), details);
        details.addAll(refused(counts.auth()));
        report.gaps().stream().map(LogSourceText::gap).forEach(details::add);
        counts.lastError().map(LogSourceText::lastError).ifPresent(details::add);
        report.lastRestart().map(LogSourceText::restart).ifPresent(details::add);
        return details;
    }

    private static void names(String head, List<String> names, List<String> details) {
        if (!names.isEmpty()) {
            details.add(head + String.join(", ", names));
        }
    }

    private static List<String> levels(LogCounts counts) {
        return counts.levels().entrySet().stream()
                .map(level -> level.getValue() + " " + level.getKey())
                .toList();
    }

    private static List<String> refused(AuthFailures auth) {
        var lines = new ArrayList<String>();
        if (!auth.counts().equals(Counts.NONE)) {
            lines.add(LogWords.number(auth.counts(), "refused login"));
        }
        auth.by().stream().limit(MOST_GROUPS).map(LogSourceText::group).forEach(lines::add);
        long others = Math.max(0, auth.by().size() - MOST_GROUPS) + auth.moreGroups();
        if (others > 0) {
            lines.add("  and " + LogWords.counted(others, "other") + "; see twin logs auth");
        }
        return lines;
    }

    /** Who tries chooses the name: it comes last. */
    private static String group(AuthFailures.Group group) {
        return "  " + group.counts().sinceBoot() + " by " + group.service() + " from " + group.from() + " as "
                + group.user();
    }

    private static String gap(LogGap gap) {
        return "not seen" + gap.from().map(from -> " from " + from).orElse("")
                + gap.to().map(to -> " to " + to).orElse("") + ": " + gap.reason();
    }

    private static String restart(Restart restart) {
        return "last restart: " + restart.at() + " of the " + restart.of().word() + ", by " + restart.source();
    }

    private static String lastError(LogCounts.LastError error) {
        return "last error: " + error.at().map(at -> at + " ").orElse("") + error.unit() + ": " + error.message();
    }
}
