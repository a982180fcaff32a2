package dev.twinsync.domain.containers;

import dev.twinsync.domain.containers.VariableWish.Plain;
import dev.twinsync.domain.secrets.Mask;
import dev.twinsync.domain.secrets.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What may be shown of one container. The value of a variable is shown only where somebody said that it may be, and then
 * without what looks like a secret; of every other one a mask, by which its change can be seen.
 *
 * @param shown the names of variables that may be shown in every container
 * @param asked what is wished of this one: it says the values of some, and asks about what the image brings
 */
public record Discretion(Redaction redaction, Set<String> shown, Optional<ContainerSpec> asked) {

    public Discretion {
        shown = Set.copyOf(shown);
    }

    /** The same container as it may be shown. */
    public LiveContainer over(LiveContainer seen) {
        return new LiveContainer(
                seen.name(),
                seen.image(),
                seen.digests(),
                seen.imageId(),
                seen.status(),
                seen.restart(),
                seen.command().map(this::words),
                seen.entrypoint().map(this::words),
                seen.ports(),
                seen.volumes(),
                variables(seen.environment()),
                redaction.values(seen.labels()),
                seen.isolation(),
                asked.map(spec -> inherited(seen.inherited(), spec)).orElse(Inherited.NOTHING),
                seen.project().map(redaction::text),
                seen.owner().map(redaction::text));
    }

    private Inherited inherited(Inherited all, ContainerSpec spec) {
        return new Inherited(
                all.command().filter(_ -> spec.command().isPresent()).map(this::words),
                all.entrypoint().filter(_ -> spec.entrypoint().isPresent()).map(this::words),
                variables(only(
                        all.environment(), spec.environment().orElse(Map.of()).keySet())),
                redaction.values(
                        only(all.labels(), spec.labels().orElse(Map.of()).keySet())));
    }

    private static Map<String, String> only(Map<String, String> values, Set<String> names) {
        var some = new TreeMap<>(values);
        some.keySet().retainAll(names);
        return some;
    }

    private Map<String, String> variables(Map<String, String> values) {
        var allowed = new TreeSet<>(shown);
        asked.flatMap(ContainerSpec::environment).orElse(Map.of()).forEach((name, wish) -> {
            if (wish instanceof Plain) {
                allowed.add(name);
            }
        });
        var told = redaction.values(only(values, allowed));
        var all = new TreeMap<String, String>();
        values.forEach((name, value) -> all.put(name, told.getOrDefault(name, hidden(value))));
        return all;
    }

    private String hidden(String value) {
        return Mask.of(redaction.fingerprints().of(value));
    }

    /** What stands before a word tells whether it is a secret: {@code --password}, {@code curl -u}. */
    private List<String> words(List<String> words) {
        var shownWords = new ArrayList<String>();
        var line = "";
        for (String word : words) {
            var longer = line.isEmpty() ? word : line + " " + word;
            var before = line.isEmpty() ? "" : redaction.text(line) + " ";
            var after = redaction.text(longer);
            var alone = redaction.text(word);
            boolean fits = after.startsWith(before) && after.length() > before.length() - 1;
            shownWords.add(Mask.isIn(alone) ? alone : fits ? after.substring(before.length()) : hidden(word));
            line = longer;
        }
        return shownWords;
    }
}
