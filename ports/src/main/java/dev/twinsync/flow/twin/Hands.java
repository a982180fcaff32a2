package dev.twinsync.flow.twin;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Elevation.RootSide;
import java.io.Closeable;
import java.util.List;
import java.util.Optional;

/**
 * What changes the machine and the repository, for each plugin.
 *
 * @param root who does what the user who runs twin may not; empty: nobody
 */
public record Hands(List<Equipped<?, ?, ?>> equipped, Optional<RootSide> root) implements Closeable {

    public Hands {
        equipped = List.copyOf(equipped);
    }

    @SuppressWarnings("unchecked") // a plugin stands in Equipped beside what is of its own types
    public <D extends Keyed, L extends Keyed, A extends Action> Equipped<D, L, A> of(Plugin<D, L, A> plugin) {
        return (Equipped<D, L, A>) equipped.stream()
                .filter(candidate -> candidate.plugin().name().equals(plugin.name()))
                .findFirst()
                .orElseThrow();
    }

    public <L extends Keyed, A extends Action> Backend<L, A> backend(Plugin<?, L, A> plugin) {
        var own = of(plugin).backend();
        return root.filter(_ -> !own.isPersonal())
                .<Backend<L, A>>map(side -> new TwoHanded<>(own, side.backend(plugin.name(), plugin.kind())))
                .orElse(own);
    }

    @Override
    public void close() {
        root.ifPresent(RootSide::close);
    }
}
