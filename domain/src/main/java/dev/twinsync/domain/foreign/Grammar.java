package dev.twinsync.domain.foreign;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.secrets.Mask;
import java.util.List;
import java.util.Optional;

/**
 * What a text may be.
 *
 * @param pattern a regular expression, empty: any text
 * @param words the only ones that it may be; none: any
 */
record Grammar(Optional<Expression> pattern, List<String> words) {

    private static final int LONGEST = 1 << 16;
    static final int LONGEST_WITH_PATTERN = 1 << 10;

    static final Grammar ANY = new Grammar(Optional.empty(), List.of());

    Grammar {
        words = List.copyOf(words);
    }

    /** @param effort that the pattern shares with others of the schema */
    static Grammar of(Optional<String> pattern, List<String> words, Effort effort) {
        return new Grammar(pattern.map(text -> Expression.of(text, effort)), words);
    }

    /** The same for what must fit as a whole. */
    Grammar whole() {
        return new Grammar(pattern.map(Expression::whole), words);
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

    /** An end of line fits nothing, wherever it stands. */
    private static boolean fits(Expression expression, String text) {
        return text.length() <= LONGEST_WITH_PATTERN
                && text.chars().noneMatch(Character::isISOControl)
                && expression.fits(text);
    }
}
