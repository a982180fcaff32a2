package dev.twinsync.flow;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import java.util.List;

/** What changes the machine and the repository, for each plugin. */
record Hands(List<Equipped<?, ?, ?>> equipped) {

    Hands {
        equipped = List.copyOf(equipped);
    }

    @SuppressWarnings("unchecked") // a plugin stands in Equipped beside what is of its own types
    <D extends Keyed, L extends Keyed, A extends Action> Equipped<D, L, A> of(Plugin<D, L, A> plugin) {
        return (Equipped<D, L, A>) equipped.stream()
                .filter(candidate -> candidate.plugin().name().equals(plugin.name()))
                .findFirst()
                .orElseThrow();
    }
}
