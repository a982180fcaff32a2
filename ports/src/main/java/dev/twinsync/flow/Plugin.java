package dev.twinsync.flow;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.port.Backend;

/**
 * One kind together with what carries it out on this machine.
 *
 * @param name kind and backend: {@code packages.debian}
 */
public record Plugin<D extends Keyed, L extends Keyed, A extends Action>(
        String name, Kind<D, L, A> kind, Backend<L, A> backend, Contents<D> contents) {}
