package dev.twinsync.flow;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Seen;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is wished and could not be seen: it is neither as it is wished nor otherwise.
 *
 * @param selection what is asked about
 */
record UnseenWishes(Selection selection, Ignored ignored) {

    /** One sentence for each, or for all of them where nothing was seen. */
    List<String> in(Look<?, ?, ?> look) {
        var kind = look.plugin().kind().name();
        return switch (look.observation()) {
            case Observation.Unavailable<? extends Keyed>(var reason) ->
                wished(look)
                        .limit(1)
                        .map(_ -> kind + " cannot be seen: " + reason)
                        .toList();
            case Seen<? extends Keyed> seen ->
                wished(look)
                        .flatMap(key -> seen.gapOver(key).stream()
                                .map(gap -> kind + ":" + key + " cannot be seen: " + gap.reason()))
                        .toList();
        };
    }

    private Stream<String> wished(Look<?, ?, ?> look) {
        return look.declared().stream()
                .sorted()
                .filter(key -> selection.includes(look.plugin(), key))
                .filter(key -> ignored.patternsOver(look.plugin(), key).isEmpty());
    }
}
