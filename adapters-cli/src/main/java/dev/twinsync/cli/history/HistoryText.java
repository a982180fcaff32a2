package dev.twinsync.cli.history;

import dev.twinsync.cli.terminal.TextColumns;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.history.Event;
import dev.twinsync.flow.history.Trace;
import dev.twinsync.port.RepoCommit;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened, a line each, for people and for programs. */
record HistoryText(ZoneId zone) {

    /** How many digits of an id are shown: enough to tell it from all others of a repository. */
    static final int SHORT = 9;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final int MOST_PATHS = 4;
    private static final int NAME = 16;

    String line(Event event) {
        return line(event.commit(), event.sort().word(), what(event));
    }

    String line(Trace trace) {
        return line(trace.commit(), trace.where().word(), trace.name() + "  " + trace.what());
    }

    private String line(RepoCommit commit, String word, String what) {
        var line = "%s  %s  %-8s  %-" + NAME + "s  %s";
        return Shortened.to(
                TextColumns.WIDTH,
                Printable.of(line.formatted(
                                TIME.format(commit.time().atZone(zone)),
                                commit.id().substring(0, SHORT),
                                word,
                                Shortened.to(NAME, commit.who()),
                                what)
                        .stripTrailing()));
    }

    private static String what(Event event) {
        if (event.run().isPresent()) {
            return counts(event.run().get().outcomes()) + " (run "
                    + event.run().get().name() + ")";
        }
        var said = event.said();
        return event.sort() == Event.Sort.SNAPSHOT || said.isBlank()
                ? paths(event.commit().paths())
                : said;
    }

    private static String counts(Map<String, Long> outcomes) {
        return outcomes.isEmpty()
                ? "nothing was tried"
                : outcomes.entrySet().stream()
                        .map(outcome -> outcome.getValue() + " " + outcome.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String paths(List<String> paths) {
        var shown = paths.stream().limit(MOST_PATHS).collect(Collectors.joining(", "));
        return paths.size() > MOST_PATHS ? shown + " and " + (paths.size() - MOST_PATHS) + " more" : shown;
    }

    static Tree tree(Event event) {
        var map = of(event.commit()).put("sort", event.sort().word());
        event.run().ifPresent(run -> map.put("run", run.name()).put("outcomes", counts(run)));
        return map.put("title", event.commit().title())
                .put(
                        "paths",
                        Tree.list(
                                event.commit().paths().stream().map(Tree::text).toList()))
                .build();
    }

    private static Tree counts(Event.RunCount run) {
        var map = Tree.map();
        run.outcomes().forEach((word, count) -> map.put(word, Tree.literal(count)));
        return map.build();
    }

    static Tree tree(Trace trace) {
        return of(trace.commit())
                .put("where", trace.where().word())
                .put("name", trace.name())
                .put("what", trace.what())
                .build();
    }

    private static Tree.MapBuilder of(RepoCommit commit) {
        return Tree.map()
                .put("commit", commit.id())
                .put("time", commit.time().toString())
                .put("author", commit.author());
    }
}
