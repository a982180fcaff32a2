package dev.twinsync.domain;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.Observation.Unavailable;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the two documents of a kind look: {@code state/KIND.yaml} and {@code live/KIND.yaml}. */
public final class FragmentShapes {

    private static final String BACKEND = "backend";

    private FragmentShapes() {}

    /** A map with the kind's list. */
    public static <D extends Keyed> Shape<List<D>> desired(Kind<D, ?, ?> kind) {
        Field<List<D>, List<D>> entries = required(kind.listKey(), kind.desiredEntries(), list -> list);
        return new RecordShape<>(withBackend(kind, List.of(entries)), line -> line.get(entries));
    }

    /** The kind's list and what could not be seen, or {@code unavailable} with the reason. */
    public static <L extends Keyed> Shape<Observation<L>> live(Kind<?, L, ?> kind) {
        Field<Observation<L>, Optional<String>> unavailable =
                optional("unavailable", Shape.text(), FragmentShapes::reason);
        Field<Observation<L>, Optional<List<L>>> entries =
                optional(kind.listKey(), kind.liveEntries(), FragmentShapes::entries);
        Field<Observation<L>, List<Gap>> gaps =
                withDefault("not_seen", Shape.list(gap()), List.of(), FragmentShapes::gaps);
        var either = Tree.list(List.of(requires("unavailable"), requires(kind.listKey())));
        return new RecordShape<>(
                        withBackend(kind, List.of(unavailable, entries, gaps)),
                        line -> observation(line.get(unavailable), line.get(entries), line.get(gaps)))
                .withRule("oneOf", either);
    }

    /** Only what a document says of who is to carry it out, whatever else stands in it; it cannot be written so. */
    public static Shape<Optional<String>> backend() {
        return Shape.tree().as(FragmentShapes::backendIn, name -> Tree.text(name.orElseThrow()));
    }

    private static Optional<String> backendIn(Tree document) {
        return document instanceof Tree.Mapping lines ? lines.get(BACKEND).map(Tree::inline) : Optional.empty();
    }

    private static <R> List<Field<R, ?>> withBackend(Kind<?, ?, ?> kind, List<Field<R, ?>> fields) {
        var backends = kind.backends();
        if (backends.isEmpty()) {
            return fields;
        }
        Field<R, String> backend = required(BACKEND, new BackendShape(backends), _ -> backends.getFirst());
        return Stream.concat(Stream.of(backend), fields.stream()).toList();
    }

    private static Tree requires(String key) {
        return Tree.map().put("required", Tree.list(List.of(Tree.text(key)))).build();
    }

    private static <L extends Keyed> Observation<L> observation(
            Optional<String> unavailable, Optional<List<L>> entries, List<Gap> gaps) {
        if (unavailable.isPresent() == entries.isPresent()) {
            throw new IllegalArgumentException("either the list or \"unavailable\" must be there");
        }
        return unavailable
                .<Observation<L>>map(Unavailable::new)
                .orElseGet(() -> new Seen<>(entries.orElseThrow(), gaps));
    }

    private static Optional<String> reason(Observation<?> observation) {
        return observation instanceof Unavailable<?>(var reason) ? Optional.of(reason) : Optional.empty();
    }

    private static <L extends Keyed> Optional<List<L>> entries(Observation<L> observation) {
        return observation instanceof Seen<L>(var live, var _) ? Optional.of(live) : Optional.empty();
    }

    private static List<Gap> gaps(Observation<?> observation) {
        return observation instanceof Seen<?>(var _, var gaps) ? gaps : List.of();
    }

    private static Shape<Gap> gap() {
        var keys = required("keys", Shape.text(), Gap::keys);
        var reason = required("reason", Shape.text(), Gap::reason);
        return new RecordShape<>(List.of(keys, reason), line -> new Gap(line.get(keys), line.get(reason)));
    }
}
