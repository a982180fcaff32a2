package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Puts masks into what was seen of a kind where {@code state/} has a say in what may be shown.
 *
 * @param repo where its wishes stand
 */
record AskedMasking<D extends Keyed, L extends Keyed>(RepoView repo, Kind<D, L, ?> kind) {

    /** @param masks what is to be done to each thing, by all that is wished for */
    Observation<L> over(Observation<L> seen, Function<List<D>, UnaryOperator<L>> masks) {
        try {
            return switch (seen) {
                case Observation.Seen<L> _ -> Masking.by(masks.apply(wishes())).over(seen);
                case Observation.Unavailable<L> unavailable -> unavailable;
            };
        } catch (IOException unreadable) {
            return new Observation.Unavailable<>(unreadable.getMessage());
        }
    }

    /** Wishes that cannot be read say nothing that may be shown. */
    private List<D> wishes() throws IOException {
        return repo.read(Layout.desired(kind)) instanceof Reading.Value<Optional<List<D>>>(var wishes)
                ? wishes.orElse(List.of())
                : List.of();
    }
}
