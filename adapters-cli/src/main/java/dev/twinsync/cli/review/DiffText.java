package dev.twinsync.cli.review;

import dev.twinsync.cli.terminal.Paint;
import dev.twinsync.domain.Printable;
import dev.twinsync.flow.review.Change;
import dev.twinsync.flow.review.Difference;
import dev.twinsync.flow.review.Differences.Unseen;
import dev.twinsync.port.TextComparison.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What differs, for people: a heading for each thing, then its lines. */
record DiffText(DiffLines lines, Paint paint) {

    List<String> of(Difference difference) {
        var text = new ArrayList<>(brief(difference, ""));
        lines.entry(difference.asWish(), difference.wished()).forEach(line -> text.add(painted(line)));
        lines.content(difference.content()).forEach(line -> text.add(painted(line)));
        return text;
    }

    /**
     * What is different and what could be done about it, without the difference.
     *
     * @param before what stands in front of its name
     */
    List<String> brief(Difference difference, String before) {
        var text = new ArrayList<String>();
        text.add((before.isEmpty() ? "" : before + " ") + heading(difference.name(), word(difference.sort())));
        difference.would().actions().forEach(action -> text.add(Printable.of("  apply would " + action)));
        difference.would().obstacles().forEach(reason -> text.add(Printable.of("  apply cannot: " + reason)));
        if (difference.sort() == Difference.Sort.UNMANAGED) {
            text.add("  not in state/, so apply leaves it alone");
        }
        return text;
    }

    List<String> of(Change change) {
        var text = new ArrayList<String>();
        text.add(heading(change.name(), change.sort().name().toLowerCase(Locale.ROOT)));
        lines.entry(change.before(), change.after()).forEach(line -> text.add(painted(line)));
        lines.content(change.content()).forEach(line -> text.add(painted(line)));
        return text;
    }

    List<String> of(List<Unseen> unseen) {
        return unseen.stream()
                .map(one ->
                        heading(one.kind() + ":" + one.keys(), "not seen") + Printable.of("  (" + one.reason() + ")"))
                .toList();
    }

    /** What a difference is called in front of a person. */
    static String word(Difference.Sort sort) {
        return switch (sort) {
            case MISSING -> "missing";
            case CHANGED -> "changed";
            case UNWANTED -> "unwanted";
            case UNMANAGED -> "unmanaged";
        };
    }

    private String heading(String name, String word) {
        return paint.heading(Printable.of(name)) + "  " + word;
    }

    private String painted(Line line) {
        return switch (line.mark()) {
            case PLACE -> paint.place(line.text());
            case SAME -> " " + line.text();
            case REMOVED -> paint.removed("-" + line.text());
            case ADDED -> paint.added("+" + line.text());
            case NOTE -> "\\ " + line.text();
        };
    }
}
