package dev.twinsync.flow.logs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is looked for in lines: a regular expression. Who wrote a line may have made it to fit the expression as badly as
 * can be, so a line is given up once it has been looked at for too long.
 */
public final class Search {

    private static final int MOST_LETTERS = 1_000;

    private final Pattern pattern;

    private Search(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Where in a line it is found: from the first character up to the one before {@code end}; may be nothing. */
    public record Match(int start, int end) {}

    /** A line took too many steps, or too many at once: whether it holds the pattern is not known. */
    public static final class GaveUp extends IOException {
        private static final long serialVersionUID = 1;

        private GaveUp(Pattern pattern) {
            super("looking for \"" + pattern + "\" takes too much in a line that fits it badly: a repetition of"
                    + " repetitions or of alternatives, as in (.*a)* or (a|b)*, does that");
        }
    }

    /** @throws IllegalArgumentException in words, with the place of what is wrong */
    public static Search of(String expression) {
        if (expression.length() > MOST_LETTERS) {
            throw new IllegalArgumentException("longer than " + MOST_LETTERS + " characters");
        }
        try {
            return new Search(Pattern.compile(expression));
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    wrong.getDescription() + (wrong.getIndex() < 0 ? "" : ", at character " + (wrong.getIndex() + 1)),
                    wrong);
        }
    }

    /** The same, with small and capital letters as one. */
    public Search ignoringCase() {
        return new Search(
                Pattern.compile(pattern.pattern(), pattern.flags() | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    public boolean finds(String line) throws GaveUp {
        return !in(line).isEmpty();
    }

    /** All places, from left to right. The matcher calls itself for each repetition of a group, so its stack may end first. */
    public List<Match> in(String line) throws GaveUp {
        try {
            return all(pattern.matcher(new PatientLine(line)));
        } catch (PatientLine.Spent | StackOverflowError _) {
            throw new GaveUp(pattern);
        }
    }

    private static List<Match> all(Matcher matcher) {
        var matches = new ArrayList<Match>();
        while (matcher.find()) {
            matches.add(new Match(matcher.start(), matcher.end()));
        }
        return List.copyOf(matches);
    }
}
