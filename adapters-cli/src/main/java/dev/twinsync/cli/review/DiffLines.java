package dev.twinsync.cli.review;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.content.Content;
import dev.twinsync.flow.review.Sides;
import dev.twinsync.port.TextComparison;
import dev.twinsync.port.TextComparison.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What changed between two sides, line by line, as it is shown and not yet painted. Every line is escaped.
 *
 * @param yaml how an entry is written
 * @param sides what both sides are called: {@code on this machine}, {@code in state/}
 */
record DiffLines(TextComparison comparison, Function<Tree, String> yaml, Names sides) {

    /** What stands behind "-" and behind "+". */
    record Names(String before, String after) {}

    /** Of two entries of a document. */
    List<Line> entry(Optional<Tree> before, Optional<Tree> after) {
        return escaped(comparison.compare(
                        before.map(yaml).orElse(""), after.map(yaml).orElse("")))
                .stream()
                .filter(line -> line.mark() != TextComparison.Mark.PLACE)
                .toList();
    }

    /** Of what a thing holds; what cannot be shown is said in words. */
    List<Line> content(Sides content) {
        if (!content.hasContent()) {
            return List.of();
        }
        var before = content.readBefore();
        var after = content.readAfter();
        var words = Stream.of(words(before, sides.before()), words(after, sides.after()))
                .flatMap(Optional::stream)
                .toList();
        return words.isEmpty() ? escaped(comparison.compare(text(before), text(after))) : notes(before, after, words);
    }

    private static List<Line> notes(Content before, Content after, List<String> words) {
        boolean isSame = before instanceof Content.Raw(var _, var _, var one)
                && after instanceof Content.Raw(var _, var _, var other)
                && one.equals(other);
        return isSame ? List.of() : words.stream().map(DiffLines::note).toList();
    }

    private static Line note(String words) {
        return new Line(TextComparison.Mark.NOTE, Printable.of(words));
    }

    private static Optional<String> words(Content content, String side) {
        return switch (content) {
            case Content.Nothing _, Content.Text _ -> Optional.empty();
            case Content.Raw(var what, var size, var digest) ->
                Optional.of("content %s: %d bytes, %s, %s".formatted(side, size, what, digest.text()));
            case Content.Hidden(var reason) -> Optional.of("content " + side + " is not shown: " + reason);
        };
    }

    private static String text(Content content) {
        return content instanceof Content.Text(var text) ? text : "";
    }

    private static List<Line> escaped(List<Line> lines) {
        var escaped = new ArrayList<Line>();
        lines.forEach(line -> escaped.add(new Line(line.mark(), Printable.withTabs(line.text()))));
        return escaped;
    }
}
