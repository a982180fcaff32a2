package dev.twinsync.domain.secrets;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A rule that is a regular expression: its first group is the secret.
 *
 * @param pattern without a repetition inside of a repetition, and with a bound on each that is not at its end
 * @param plausible of what stands in the group
 */
record PatternRule(String name, List<String> keywords, Pattern pattern, Predicate<String> plausible) implements Rule {

    static PatternRule of(String name, String keywords, String pattern) {
        return of(name, keywords, pattern, secret -> !SecretValue.standsForAnother(secret));
    }

    /** @param keywords with a blank between them */
    static PatternRule of(String name, String keywords, String pattern, Predicate<String> plausible) {
        return new PatternRule(name, List.of(keywords.split(" ")), Pattern.compile(pattern), plausible);
    }

    @Override
    public void find(CharSequence line, Consumer<Finding> found) {
        var matcher = pattern.matcher(line);
        while (matcher.find()) {
            if (matcher.start(1) >= 0 && plausible.test(matcher.group(1))) {
                found.accept(new Finding(name, matcher.start(1), matcher.end(1)));
            }
        }
    }
}
