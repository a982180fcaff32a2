package dev.twinsync.domain.secrets;

import java.util.List;
import java.util.function.Consumer;

/** Rules that are rarely asked: a line is looked through for their own keywords only where it has one of them at all. */
final class RuleGroup implements Rule {

    private final String name;
    private final List<Rule> rules;
    private final Keywords keywords;

    RuleGroup(String name, List<Rule> rules) {
        this.name = name;
        this.rules = rules;
        this.keywords = new Keywords(rules.stream().map(Rule::keywords).toList());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> keywords() {
        return rules.stream().flatMap(rule -> rule.keywords().stream()).toList();
    }

    @Override
    public void find(CharSequence line, Consumer<Finding> found) {
        long asked = keywords.in(line);
        for (int rule = 0; rule < rules.size() && asked != 0; rule++) {
            if ((asked & Keywords.bit(rule)) != 0) {
                rules.get(rule).find(line, found);
            }
        }
    }
}
