package dev.twinsync.cli.terminal;

import dev.twinsync.domain.Printable;
import java.util.regex.Pattern;

/** Text from elsewhere in a document of Markdown. */
public final class Markdown {

    private static final Pattern TICKS = Pattern.compile("`+");

    private Markdown() {}

    /** As code, on one line: nothing in it is a heading, a link, an image, markup or the name of somebody who is told of it. */
    public static String code(String text) {
        var shown = Printable.of(text);
        var fence = "`"
                .repeat(1
                        + TICKS.matcher(shown)
                                .results()
                                .mapToInt(run -> run.group().length())
                                .max()
                                .orElse(0));
        boolean needsRoom = shown.isBlank() || shown.startsWith("`") || shown.endsWith("`");
        return fence + (needsRoom ? " " + shown + " " : shown) + fence;
    }
}
