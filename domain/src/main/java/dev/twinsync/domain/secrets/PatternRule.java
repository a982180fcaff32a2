package dev.twinsync.domain.secrets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A rule that is a regular expression: its first group is the secret. */
final class PatternRule implements Rule {

    private final String name;
    private final List<String> keywords;
    private final String expression;
    private final Predicate<String> plausible;
    /** Made for the first line that has a keyword: of most rules no line ever has one. */
    private volatile Optional<Pattern> pattern = Optional.empty();

    private PatternRule(String name, List<String> keywords, String expression, Predicate<String> plausible) {
        this.name = name;
        this.keywords = keywords;
        this.expression = expression;
        this.plausible = plausible;
    }

    static PatternRule of(String name, String keywords, String expression) {
        return of(name, keywords, expression, secret -> !SecretValue.standsForAnother(secret));
    }

    /**
     * @param keywords with a blank between them
     * @param expression without a repetition inside of a repetition, and with a bound on each that is not at its end
     * @param plausible of what stands in the group
     */
    static PatternRule of(String name, String keywords, String expression, Predicate<String> plausible) {
        return new PatternRule(name, List.of(keywords.split(" ")), expression, plausible);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> keywords() {
        return keywords;
    }

    @Override
    public void find(CharSequence line, Consumer<Finding> found) {
        var matcher = pattern().matcher(line);
        while (matcher.find()) {
            if (matcher.start(1) >= 0 && plausible.test(matcher.group(1))) {
                found.accept(new Finding(name, matcher.start(1), matcher.end(1)));
            }
        }
    }

    /** Made twice where two threads are first at once, which is the same. */
    private Pattern pattern() {
        if (pattern.isEmpty()) {
            pattern = Optional.of(Pattern.compile(expression));
        }
        return pattern.get();
    }
}
