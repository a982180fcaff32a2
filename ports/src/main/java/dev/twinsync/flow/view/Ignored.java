package dev.twinsync.flow.view;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Things that are in no plan and no difference: {@code ignored} in {@code config.yaml}.
 *
 * @param patterns as a {@link Selection} has them; none: nothing
 */
public record Ignored(List<String> patterns) {

    public static final Ignored NOTHING = new Ignored(List.of());

    public Ignored {
        patterns = List.copyOf(patterns);
    }

    /** A pattern, or a refusal in words. */
    public static String checked(String pattern) {
        fault(pattern).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return pattern;
    }

    /** What of these cannot stand in a document as a pattern, and why. */
    public static List<Problem> faults(List<String> patterns) {
        return patterns.stream()
                .flatMap(pattern -> fault(pattern).stream())
                .map(fault -> new Problem(Place.NONE, fault))
                .toList();
    }

    private static Optional<String> fault(String pattern) {
        boolean isPlain = !pattern.isBlank()
                && pattern.equals(pattern.strip())
                && Printable.of(pattern).equals(pattern);
        return isPlain
                ? Optional.empty()
                : Optional.of("\"" + Printable.of(pattern)
                        + "\" names no things: write a thing or a pattern, as packages:htop or files:/etc/cups/*, and ? for"
                        + " what cannot be seen and for a blank at the end");
    }

    public boolean covers(Plugin<?, ?, ?> plugin, String key) {
        return !patterns.isEmpty() && new Selection(patterns).includes(plugin, key);
    }

    /** Those by which a thing is ignored; none: it is not. */
    public List<String> patternsOver(Plugin<?, ?, ?> plugin, String key) {
        return patterns.stream()
                .filter(pattern -> new Selection(List.of(pattern)).includes(plugin, key))
                .toList();
    }

    /** Of one plugin, how many things that are declared. */
    public long countIn(Look<?, ?, ?> look) {
        return look.declared().stream()
                .filter(key -> covers(look.plugin(), key))
                .count();
    }
}
