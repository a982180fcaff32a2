package dev.twinsync.flow.view;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Observation.Seen;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked about and could not be seen: it is neither as it is wished nor otherwise.
 *
 * @param selection what is asked about; by a pattern, what is wished counts, and by its own name anything does
 */
public record Unseen(Selection selection, Ignored ignored) {

    /** One sentence for each, or for all of them where nothing was seen. */
    public List<String> in(Look<?, ?, ?> look) {
        var kind = look.plugin().kind().name();
        return switch (look.observation()) {
            case Observation.Unavailable<?>(var reason) ->
                wished(look).findAny().isPresent() || selection.isNamed(look.plugin())
                        ? List.of(kind + " cannot be seen: " + reason)
                        : List.of();
            case Seen<?> seen ->
                Stream.concat(wished(look), named(look, seen))
                        .distinct()
                        .sorted()
                        .flatMap(key -> seen.gapOver(key).stream()
                                .map(gap -> kind + ":" + key + " cannot be seen: " + gap.reason()))
                        .toList();
        };
    }

    private Stream<String> wished(Look<?, ?, ?> look) {
        return look.declared().stream()
                .filter(key -> selection.includes(look.plugin(), key))
                .filter(key -> ignored.patternsOver(look.plugin(), key).isEmpty());
    }

    private Stream<String> named(Look<?, ?, ?> look, Seen<?> seen) {
        return seen.gaps().stream().map(Gap::keys).filter(key -> selection.isExact(look.plugin(), key));
    }
}
