package dev.twinsync.flow;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.port.Sight;

/**
 * One kind together with what lets one see it on this machine.
 *
 * @param name kind and backend: {@code packages.debian}
 */
public record Plugin<D extends Keyed, L extends Keyed, A extends Action>(
        String name, Kind<D, L, A> kind, Sight<L, A> sight, Contents<D> contents) {}
