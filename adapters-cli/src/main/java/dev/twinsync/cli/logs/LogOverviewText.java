package dev.twinsync.cli.logs;

import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.flow.logs.LogOverview;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The logs at a glance, for people. */
record LogOverviewText(LogOverview overview) {

    private static final int MOST_ERRORS = 5;

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("The logs as of " + overview.capturedAt() + age());
        var plugin = "";
        for (LogOverview.Source source : overview.sources()) {
            if (!source.plugin().equals(plugin)) {
                plugin = source.plugin();
                lines.add(plugin);
            }
            lines.addAll(LogSourceText.lines(source));
        }
        var before = overview.previousCapture().map(at -> " before, at " + at).orElse(" before");
        lines.addAll(errors("New errors since the snapshot" + before, overview.newSinceSnapshot()));
        if (overview.lastApply().isPresent() || !overview.newSinceApply().isEmpty()) {
            lines.addAll(errors("New errors since the last apply", overview.newSinceApply()));
        }
        overview.lastApply().map(LogOverviewText::apply).ifPresent(lines::add);
        return lines.stream().map(LogWords::shown).toList();
    }

    private String age() {
        return overview.isOld()
                ? ", " + LogWords.length(overview.age().orElseThrow())
                        + " ago; what the machine wrote since is not in them"
                : "";
    }

    private static List<String> errors(String head, List<ErrorSignature> errors) {
        var lines = new ArrayList<String>();
        lines.add(head + ": " + (errors.isEmpty() ? "none" : errors.size()));
        errors.stream().limit(MOST_ERRORS).map(LogOverviewText::error).forEach(lines::add);
        if (errors.size() > MOST_ERRORS) {
            lines.add("  and " + (errors.size() - MOST_ERRORS) + " more");
        }
        return lines;
    }

    private static String error(ErrorSignature error) {
        return "  " + error.lastSeen() + " " + error.unit() + ": " + error.text()
                + (error.count() > 1 ? " (" + error.count() + " times)" : "");
    }

    private static String apply(LogIndex.LastApply apply) {
        var outcomes = apply.outcomes().entrySet().stream()
                .map(outcome -> outcome.getValue() + " " + outcome.getKey())
                .collect(Collectors.joining(", "));
        return "The last apply ended at " + apply.endedAt() + ": " + (outcomes.isEmpty() ? "nothing to do" : outcomes)
                + "; see " + apply.history();
    }

    /** What to run to see more. */
    String next() {
        var errors = overview.hasNews() ? "twin logs new" : "twin logs errors";
        return "Next: " + errors
                + overview.mostTelling()
                        .map(name -> " or twin logs show " + LogWords.shown(name))
                        .orElse("");
    }
}
