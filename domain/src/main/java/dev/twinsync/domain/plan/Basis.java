package dev.twinsync.domain.plan;

import dev.twinsync.domain.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan was made of.
 *
 * @param commit the commit that the repository was at; empty: it had none
 * @param state the digest of all that was wished for
 * @param live the digest of what was seen, by kind
 * @param only the selection that it was restricted to; empty: everything
 * @param undo the runs that are to be taken back, newest first, each by the name of its history document without ending;
 *     empty: the wish is what {@code state/} says
 * @param offline whether nobody looked at the machine: such a plan is for reading, not for applying
 */
public record Basis(
        Optional<String> commit,
        Digest state,
        Map<String, Digest> live,
        List<String> only,
        List<String> undo,
        boolean offline) {
    public Basis {
        live = Map.copyOf(live);
        only = List.copyOf(only);
        undo = List.copyOf(undo);
    }
}
