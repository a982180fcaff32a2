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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How the two documents of a kind look: {@code state/KIND.yaml} and {@code live/KIND.yaml}. */
public final class FragmentShapes {

    private static final String BACKEND = "backend";

    private FragmentShapes() {}

    /** A map with the kind's wishes; in a document that it shares, any of its keys may be left out. */
    public static <D extends Keyed> Shape<List<D>> desired(Kind<D, ?, ?> kind) {
        return kind.part().isPresent() ? desiredPart(kind) : desiredDocument(kind);
    }

    private static <D extends Keyed> Shape<List<D>> desiredDocument(Kind<D, ?, ?> kind) {
        var lists = kind.allDesired().stream()
                .map(entries -> required(entries.key(), entries.shape(), entries::of))
                .toList();
        return new RecordShape<>(
                withBackend(kind, lists),
                line -> lists.stream().flatMap(list -> line.get(list).stream()).toList());
    }

    /** All its keys are written, so that one sees what there could be. */
    private static <D extends Keyed> Shape<List<D>> desiredPart(Kind<D, ?, ?> kind) {
        var lists = kind.allDesired().stream()
                .map(entries -> optional(entries.key(), entries.shape(), (List<D> all) -> Optional.of(entries.of(all))))
                .toList();
        return ofPart(
                kind,
                new RecordShape<>(
                        withBackend(kind, lists),
                        line -> lists.stream()
                                .flatMap(list -> line.get(list).stream().flatMap(List::stream))
                                .toList()),
                DocumentPart::others);
    }

    /** What the kind saw and what could not be seen, or {@code unavailable} with the reason. */
    public static <L extends Keyed> Shape<Observation<L>> live(Kind<?, L, ?> kind) {
        return new LiveDocument<>(kind).shape();
    }

    /** How one kind's observation looks. */
    private record LiveDocument<L extends Keyed>(
            Kind<?, L, ?> kind,
            Field<Observation<L>, Optional<String>> unavailable,
            List<Field<Observation<L>, Optional<List<L>>>> lists,
            Field<Observation<L>, List<Gap>> gaps) {

        LiveDocument(Kind<?, L, ?> kind) {
            this(
                    kind,
                    optional(
                            kind.part().map(DocumentPart::unavailable).orElse("unavailable"),
                            Shape.text(),
                            FragmentShapes::reason),
                    kind.allLive().stream().map(LiveDocument::list).toList(),
                    withDefault(
                            kind.part().map(DocumentPart::notSeen).orElse("not_seen"),
                            Shape.list(gap()),
                            List.of(),
                            FragmentShapes::gaps));
        }

        private static <L extends Keyed> Field<Observation<L>, Optional<List<L>>> list(Entries<L> entries) {
            return optional(
                    entries.key(),
                    entries.shape(),
                    observation -> seen(observation).map(entries::of));
        }

        Shape<Observation<L>> shape() {
            var fields = new ArrayList<Field<Observation<L>, ?>>(List.of(unavailable));
            fields.addAll(lists);
            fields.add(gaps);
            var record = new RecordShape<>(withBackend(kind, fields), this::observation);
            return kind.part().isPresent()
                    ? ofPart(kind, record, DocumentPart::othersLive)
                    : record.withRule("oneOf", Tree.list(List.of(requires("unavailable"), requires(kind.listKey()))));
        }

        /** Where other kinds have a part of the document too, nothing may be there of this one. */
        private Observation<L> observation(RecordShape.Values line) {
            var found = lists.stream().map(line::get).flatMap(Optional::stream).toList();
            if (line.get(unavailable).isEmpty()
                    && found.isEmpty()
                    && kind.part().isPresent()) {
                return new Unavailable<>("never seen; run: twin snapshot");
            }
            if (line.get(unavailable).isPresent() != found.isEmpty()) {
                throw new IllegalArgumentException("either the list or \"" + unavailable.key() + "\" must be there");
            }
            return line.get(unavailable)
                    .<Observation<L>>map(Unavailable::new)
                    .orElseGet(() ->
                            new Seen<>(found.stream().flatMap(List::stream).toList(), line.get(gaps)));
        }
    }

    /** Only what a document says of who is to carry it out, whatever else stands in it; it cannot be written so. */
    public static Shape<Optional<String>> backend() {
        return Shape.tree().as(FragmentShapes::backendIn, name -> Tree.text(name.orElseThrow()));
    }

    private static Optional<String> backendIn(Tree document) {
        return document instanceof Tree.Mapping lines ? lines.get(BACKEND).map(Tree::inline) : Optional.empty();
    }

    private static <R> List<Field<R, ?>> withBackend(Kind<?, ?, ?> kind, List<? extends Field<R, ?>> fields) {
        var backends = kind.backends();
        if (backends.isEmpty()) {
            return List.copyOf(fields);
        }
        Field<R, String> backend = required(BACKEND, new BackendShape(backends), _ -> backends.getFirst());
        return Stream.concat(Stream.of(backend), fields.stream()).toList();
    }

    private static <T> Shape<T> ofPart(
            Kind<?, ?, ?> kind, RecordShape<T> record, Function<DocumentPart, List<String>> others) {
        return kind.part()
                .<Shape<T>>map(part -> new PartShape<>(record, others.apply(part)))
                .orElse(record);
    }

    private static Tree requires(String key) {
        return Tree.map().put("required", Tree.list(List.of(Tree.text(key)))).build();
    }

    private static Optional<String> reason(Observation<?> observation) {
        return observation instanceof Unavailable<?>(var reason) ? Optional.of(reason) : Optional.empty();
    }

    private static <L extends Keyed> Optional<List<L>> seen(Observation<L> observation) {
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
