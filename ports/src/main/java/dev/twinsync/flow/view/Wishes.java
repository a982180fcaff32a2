package dev.twinsync.flow.view;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.shape.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the wishes of a plan come from. */
public interface Wishes {

    /** What is wished of a plugin's things, with all that the wishes refer to looked up. */
    <D extends Keyed, L extends Keyed, A extends Action> Reading<List<D>> of(Plugin<D, L, A> plugin) throws IOException;

    /** The names of the runs that are to be taken back; empty: what is wished is what {@code state/} says. */
    default List<String> undone() {
        return List.of();
    }

    /** The services, by key, that must notice a change of this thing besides those that its wish names. */
    default List<String> alsoNotified(Plugin<?, ?, ?> plugin, String key) {
        return List.of();
    }

    /** All services, by key, that must notice a change of this thing. @param wish for it; empty: it has none */
    default <D extends Keyed> Stream<String> notified(Plugin<D, ?, ?> plugin, String key, Optional<D> wish) {
        return Stream.concat(
                wish.stream().flatMap(one -> plugin.kind().notifies(one).stream()), alsoNotified(plugin, key).stream());
    }
}
