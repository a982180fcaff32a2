package dev.twinsync.domain.secrets;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A sentence that tells a secret: {@code error: password is X}, {@code the token was "X"}. Most sentences of this form tell
 * something about a secret ({@code password is required}, {@code password is time-limited}), so that only what no word is
 * can be one.
 */
final class ToldSecrets {

    private static final String WHAT =
            "pass(?:word|wd|phrase|code|wort)|kennwort|pwd|psk|token|secret|(?:api|access|secret)[ _-]?key";

    /** A sign that stands in no word and in no number with a unit. */
    private static final String SIGNS = "!#$%&*+=?@^~";

    /** What a secret can be made with, or how it is written down. */
    private static final Pattern FORMAT =
            Pattern.compile("(?:sha|md|hs|rs|es|ps|hmac|aes|base|utf|ed|x|oauth|pkcs|ntlm|ipv"
                    + "|bcrypt|argon|pbkdf)[-_#]?[0-9]{1,5}[a-z0-9.:_-]{0,24}");

    /** {@code 20h30m}, {@code 100chars}. */
    private static final Pattern MEASURE = Pattern.compile("(?:[0-9][0-9.,:/+-]{0,20}[a-z]{0,12}){1,6}");

    private static final Set<String> ENDS = Set.of("!", "?", ")");
    private static final int SHORTEST = 6;

    private ToldSecrets() {}

    static Rule rule() {
        return PatternRule.of(
                NamedValues.NAME,
                "pass kennwort pwd psk token secret key",
                "(?i)(?<![A-Za-z0-9])(?:" + WHAT
                        + ")[ \\t]{1,8}(?:is|was|ist|war|lautet)(?:[ \\t]{1,8}now)?:?[ \\t]{1,8}"
                        + "[\"'`]?([^\\s\"'`]{0,255}[^\\s\"'`.,;:])",
                ToldSecrets::isNoWord);
    }

    private static boolean isNoWord(String told) {
        var value = withoutEnd(told);
        var lower = value.toLowerCase(Locale.ROOT);
        return value.length() >= SHORTEST
                && SecretValue.isPlausible(value)
                && hasLetter(value)
                && (value.chars().anyMatch(Character::isDigit) || hasSign(value))
                && !FORMAT.matcher(lower).matches()
                && !MEASURE.matcher(lower).matches();
    }

    /** A secret may end so, and a word at the end of a sentence, too: it does not tell which of them it is. */
    private static String withoutEnd(String told) {
        int end = told.length();
        while (end > 0 && ENDS.contains(told.substring(end - 1, end))) {
            end--;
        }
        return told.substring(0, end);
    }

    private static boolean hasLetter(String value) {
        return value.chars().anyMatch(Character::isLetter);
    }

    private static boolean hasSign(String value) {
        return value.chars().anyMatch(letter -> SIGNS.indexOf(letter) >= 0);
    }
}
