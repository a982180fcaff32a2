package dev.twinsync.domain.foreign;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.secrets.Mask;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a text may be.
 *
 * @param pattern a regular expression, empty: any text
 * @param words the only ones that it may be; none: any
 */
record Grammar(Optional<Pattern> pattern, List<String> words) {

    private static final int LONGEST = 1 << 16;
    private static final int LONGEST_WITH_PATTERN = 1 << 10;

    /** An expression that goes back and forth without end is stopped; one that is any good needs far less. */
    private static final int MOST_STEPS = 1_000_000;

    static final Grammar ANY = new Grammar(Optional.empty(), List.of());

    Grammar {
        words = List.copyOf(words);
    }

    static Grammar of(Optional<String> pattern, List<String> words) {
        return new Grammar(pattern.map(Grammar::compiled), words);
    }

    private static Pattern compiled(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(text) + "\" is no regular expression: " + wrong.getDescription());
        }
    }

    /** @throws IllegalArgumentException in words, with the text */
    String checked(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a text of " + text.length() + " letters is too long");
        }
        if (text.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n' && letter != '\t')) {
            throw new IllegalArgumentException("\"" + Printable.of(text) + "\" holds what is no letter");
        }
        if (!words.isEmpty() && !words.contains(text)) {
            throw new IllegalArgumentException(
                    "expected " + String.join(" or ", words) + ", found \"" + Printable.of(text) + "\"");
        }
        pattern.filter(expression -> !fits(expression, text)).ifPresent(expression -> {
            throw new IllegalArgumentException("\"" + Printable.of(text) + "\" does not fit " + expression);
        });
        return text;
    }

    /** As {@link #checked}, where a mask may stand in place of a secret. */
    String checkedAsSeen(String text) {
        return Mask.isIn(text) ? ANY.checked(text) : checked(text);
    }

    /** An end of line fits nothing: {@code $} would let one pass. */
    private static boolean fits(Pattern expression, String text) {
        return text.length() <= LONGEST_WITH_PATTERN
                && text.chars().noneMatch(Character::isISOControl)
                && expression.matcher(new Counted(text, new int[1])).find();
    }

    /** A text that says how long an expression has been at it. */
    private record Counted(String text, int[] steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new IllegalArgumentException("the pattern takes too long for \"" + Printable.of(text) + "\"");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
