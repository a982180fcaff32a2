package dev.twinsync.domain.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A regular expression fits what Java's fits, and takes no longer than it may. */
class ExpressionTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.recursive(
                () -> Arbitraries.of(
                        "a", "b", "-", ".", "^", "$", "\\.", "\\w", "\\D", "[ab]", "[^a]", "[a-c-]", "[\\d.]", "[^\\W]",
                        "\\x61", "[-a]", ""),
                this::larger,
                0,
                4);
    }

    private Arbitrary<String> larger(Arbitrary<String> smaller) {
        var two = Combinators.combine(smaller, smaller);
        return Arbitraries.oneOf(
                two.as((first, second) -> first + second),
                two.as((first, second) -> "(" + first + "|" + second + ")"),
                Combinators.combine(
                                smaller.filter(ExpressionTest::isOfLetters),
                                Arbitraries.of("*", "+", "?", "{2}", "{1,}", "{0,2}", "*?", "+?"))
                        .as((one, times) -> "(?:" + one + ")" + times));
    }

    /** Java's goes wrong where a start is repeated: to it, {@code (a|^){2}} does not fit {@code a}. */
    private static boolean isOfLetters(String expression) {
        return !expression.replace("[^", "[").contains("^");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c", "-", ".", "7", "_", " ")
                .list()
                .ofMaxSize(5)
                .map(letters -> String.join("", letters));
    }

    @Property(tries = 4000)
    void it_fits_what_the_one_of_java_fits(@ForAll("expressions") String expression, @ForAll("texts") String text) {
        assertEquals(
                Pattern.compile(expression).matcher(text).find(),
                read(expression).fits(text));
    }

    @Property(tries = 2000)
    void as_a_whole_it_fits_what_matches_for_java(
            @ForAll("expressions") String expression, @ForAll("texts") String text) {
        assertEquals(
                Pattern.compile(expression).matcher(text).matches(),
                read(expression).whole().fits(text));
    }

    /** Each of these keeps Java's busy for ever, or at a depth that it does not come back from. */
    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "^(a|aa|a?)*$", "^(?:EMPTY)b$", "^(?:EMPTY)*c$", "DEEPa|bSHUT*$"})
    void whatever_it_says_it_is_through_in_time(String said) {
        var expression = read(said.replace("EMPTY", "(?:|)".repeat(60))
                .replace("DEEP", "(".repeat(45))
                .replace("SHUT", ")".repeat(45)));
        assertTimeoutPreemptively(SOON, () -> {
            assertEquals(said.contains("*$"), expression.whole().fits(""));
            assertFalse(expression.whole().fits("a".repeat(100) + "!"));
        });
    }

    @Test
    void what_is_repeated_too_often_is_stopped() {
        var busy = read("(?:a{0,500}){0,9}b");
        var text = "a".repeat(1024);
        var stopped = assertThrows(IllegalArgumentException.class, () -> busy.fits(text));
        assertTrue(stopped.getMessage().contains("takes too long"), stopped::getMessage);
    }

    private static Expression read(String text) {
        return Expression.of(text, new Effort());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 1024})
    void what_takes_too_long_for_many_texts_together_is_stopped_too(int length) {
        var shared = new Effort();
        var busy = Expression.of("(?:a{0,500}){0,9}b", shared);
        var text = "a".repeat(length);
        var words = new TreeSet<String>();
        for (int many = 0; many < 100_000 && !words.toString().contains("as many texts as these"); many++) {
            try {
                busy.fits(text);
            } catch (IllegalArgumentException stopped) {
                words.add(stopped.getMessage());
            }
        }
        assertTrue(words.toString().contains("as many texts as these"), words::toString);
        assertThrows(
                IllegalArgumentException.class, () -> Expression.of("a", shared).fits("a"), "the effort is one");
    }

    @ParameterizedTest
    @CsvSource({
        "'^[a-z]{1,1024}$', true",
        "'^.{1,4096}$', true",
        "'^[a-z]{2000}$', false",
        "'^[a-z]{1500,}$', false",
        "'^(?:[a-z0-9.-]{1,253}){1,9}$', true",
        "'^(/?[a-zA-Z0-9._-]{1,255}){1,16}$', true"
    })
    void a_repetition_may_be_longer_than_any_text(String expression, boolean fits) {
        assertEquals(fits, read(expression).whole().fits("a".repeat(253)));
    }

    @Test
    void a_letter_of_two_halves_is_one() {
        assertTrue(read("^\\uD83D\\uDE00$").fits("\uD83D\uDE00"));
        assertTrue(read("^[\\uD83D\\uDE00]$").fits("\uD83D\uDE00"));
    }

    @Test
    void one_that_is_as_deep_as_may_be_is_one_as_a_whole_too() {
        assertTrue(read("(".repeat(50) + "a" + ")".repeat(50)).whole().fits("a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
                    (                 | a ( is not closed
                    a)                | a ) closes nothing
                    (?=a)             | it knows (?: alone
                    (?<=a)b           | it knows (?: alone
                    (?i)a             | it knows (?: alone
                    (a)\\1            | does not know \\1
                    \\bword           | does not know \\b
                    \\p{L}            | does not know \\p
                    \\u12             | followed by four digits
                    a\\               | ends with a \\
                    [a                | a [ is not closed
                    []a]              | a set [] of no letters
                    [a[b]]            | in a set, [ is written \\[
                    [a-z&&[b]]        | in a set, & is written \\&
                    [z-a]             | goes from a letter to a later one
                    [a-\\d]           | goes from a letter to a later one
                    *a                | before * stands nothing
                    a**               | before * stands nothing
                    a*+               | before + stands nothing
                    ^*                | before * stands nothing
                    a{2,1}            | how often is
                    a{,3}             | how often is
                    a{x}              | how often is
                    a{10000}          | of at most 9999
                    \\uD83Dx           | half a letter
                    ((a{999}){999}){9} | more than 10000 steps
                    """)
    void what_it_does_not_read_is_told(String expression, String words) {
        var told = assertThrows(IllegalArgumentException.class, () -> read(expression));
        assertTrue(told.getMessage().contains("is no regular expression that twin reads: "), told::getMessage);
        assertTrue(told.getMessage().contains(words), told::getMessage);
    }

    @Test
    void one_that_is_too_deep_or_too_long_is_told() {
        var deep = "(".repeat(60) + "a" + ")".repeat(60);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> read(deep))
                .getMessage()
                .contains("more than 50 groups"));
        var lengthy = "a".repeat(1025);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> read(lengthy))
                .getMessage()
                .contains("more than 1024 letters"));
    }
}
