package dev.twinsync.domain.secrets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds secrets in a line of text. Most lines hold no keyword of any rule and cost one pass; no rule costs more than work
 * that grows with the length of the line.
 */
public final class SecretScanner {

    private static final RuleGroup RULES = new RuleGroup("secret", rules());

    private SecretScanner() {}

    static List<Rule> rules() {
        return Stream.of(
                        List.of(
                                new PrivateKeys(),
                                new NamedValues(),
                                new Statements(),
                                new MarkedUp(),
                                new CommandArguments(),
                                new PipedSecrets(),
                                new LoginNames()),
                        AddressRules.rules(),
                        StoredForms.rules(),
                        List.<Rule>of(new RuleGroup("token", TokenFormats.rules())))
                .flatMap(List::stream)
                .toList();
    }

    /** In the order of the line, none overlapping another. */
    public static List<Finding> find(String text) {
        var line = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        var found = new ArrayList<Finding>();
        RULES.find(line, found::add);
        return found.isEmpty() ? found : apart(withoutMasks(line, found));
    }

    /** A rule may take a piece of a mask for a secret. */
    private static List<Finding> withoutMasks(String line, List<Finding> found) {
        var masks = Mask.places(line);
        found.removeIf(finding -> masks.get(finding.start()) || masks.get(Math.max(0, finding.end() - 1)));
        return found;
    }

    /** Of findings that overlap, one that covers them all, under the name of the first. */
    private static List<Finding> apart(List<Finding> found) {
        found.sort(Comparator.comparingInt(Finding::start).thenComparing(Finding::end, Comparator.reverseOrder()));
        var apart = new ArrayList<Finding>();
        for (Finding next : found) {
            if (!apart.isEmpty() && next.start() < apart.getLast().end()) {
                var last = apart.removeLast();
                apart.add(new Finding(last.rule(), last.start(), Math.max(last.end(), next.end())));
            } else if (next.start() < next.end()) {
                apart.add(next);
            }
        }
        return apart;
    }
}
