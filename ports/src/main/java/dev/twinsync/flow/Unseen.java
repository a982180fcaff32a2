package dev.twinsync.flow;

import dev.twinsync.domain.Observation;
import java.util.List;
import java.util.stream.Stream;

/** What was asked for by its very own name and could not be seen: who named it must not be told that it is as it should be. */
record Unseen(Selection selection, Look<?, ?, ?> look) {

    /** Each in a sentence with its reason. */
    List<String> named() {
        var kind = look.plugin().kind().name();
        return switch (look.observation()) {
            case Observation.Unavailable<?>(var reason) ->
                selection.isNamed(look.plugin()) ? List.of(kind + ": not seen: " + reason) : List.of();
            case Observation.Seen<?> seen ->
                Stream.concat(look.declared().stream(), seen.gaps().stream().map(Observation.Gap::keys))
                        .distinct()
                        .filter(key -> selection.isExact(look.plugin(), key))
                        .sorted()
                        .flatMap(key ->
                                seen.gapOver(key).stream().map(gap -> kind + ":" + key + ": not seen: " + gap.reason()))
                        .toList();
        };
    }
}
