package dev.twinsync.flow.twin;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.flow.content.KeptContents;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.port.Backend;

/** A plugin together with what changes the machine and the repository for it. */
public record Equipped<D extends Keyed, L extends Keyed, A extends Action>(
        Plugin<D, L, A> plugin, Backend<L, A> backend, KeptContents<D> contents) {

    public static <D extends Keyed, L extends Keyed, A extends Action> Equipped<D, L, A> of(
            String name, Kind<D, L, A> kind, Backend<L, A> backend, KeptContents<D> contents) {
        return new Equipped<>(new Plugin<>(name, kind, backend, contents), backend, contents);
    }
}
