package dev.twinsync.cli.manual;

import java.util.stream.Collectors;

/** The language of manual pages. */
final class Roff {

    private final StringBuilder page = new StringBuilder();

    /** @param arguments of the request; each becomes one, whatever is in it */
    Roff request(String name, String... arguments) {
        page.append('.').append(name);
        for (String argument : arguments) {
            page.append(' ').append(isOneWord(argument) ? argument : quoted(argument));
        }
        page.append('\n');
        return this;
    }

    private static boolean isOneWord(String argument) {
        return argument.matches("[A-Za-z0-9]+");
    }

    private static String quoted(String argument) {
        return '"' + text(argument).replace("\"", "\\(dq") + '"';
    }

    /** A line of text in which everything is itself. */
    Roff line(String text) {
        return raw(text(text));
    }

    /** A line of text that is roff already, made of what {@link #text}, {@link #bold} and {@link #italic} gave. */
    Roff raw(String line) {
        page.append(line.startsWith(".") ? "\\&" : "").append(line).append('\n');
        return this;
    }

    static String bold(String text) {
        return "\\fB" + text(text) + "\\fR";
    }

    static String italic(String text) {
        return "\\fI" + text(text) + "\\fR";
    }

    /** A minus is one, as it stands in a command, and what is no ASCII is named. */
    static String text(String text) {
        return text.codePoints().mapToObj(Roff::sign).collect(Collectors.joining());
    }

    private static String sign(int codePoint) {
        return switch (codePoint) {
            case '\\' -> "\\e";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            default -> codePoint < 128 ? Character.toString(codePoint) : String.format("\\[u%04X]", codePoint);
        };
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
