package dev.twinsync.flow;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Adoption;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.shape.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adopts what differs of one plugin's things. */
record AdoptOfPlugin(Twin twin, Selection selection, boolean onlyTry) {

    record Part(List<Adopt.Adopted> things, List<String> leftOut) {}

    /** @param wish empty: nothing is wished any more */
    private record Change<D>(String key, Adopt.Sort sort, Optional<D> wish) {}

    <D extends Keyed, L extends Keyed, A extends Action> Part of(Look<D, L, A> look) throws IOException {
        var plugin = look.plugin();
        var part = new Part(new ArrayList<>(), new ArrayList<>());
        if (!(look.observation() instanceof Observation.Seen<L> seen)) {
            return part;
        }
        var wishes = written(plugin);
        var contents = twin.hands().of(plugin).contents();
        var before = List.copyOf(wishes.values());
        for (Change<D> change : changes(look, seen, wishes)) {
            var refusal = change.wish().flatMap(wish -> refusal(plugin, contents, wish));
            if (refusal.isPresent()) {
                part.leftOut().add(plugin.kind().name() + ":" + refusal.get());
            } else {
                change.wish()
                        .ifPresentOrElse(wish -> wishes.put(change.key(), wish), () -> wishes.remove(change.key()));
                part.things().add(new Adopt.Adopted(plugin.kind().name(), change.key(), change.sort()));
            }
        }
        if (!onlyTry && !part.things().isEmpty()) {
            twin.repo().amend(Layout.desired(plugin.kind()), List.copyOf(wishes.values()));
            forget(contents, before, List.copyOf(wishes.values()));
        }
        return part;
    }

    /** As they stand in the repository, without what was looked up for them. */
    private <D extends Keyed> Map<String, D> written(Plugin<D, ?, ?> plugin) throws IOException {
        var wishes = new LinkedHashMap<String, D>();
        if (twin.repo().read(Layout.desired(plugin.kind())) instanceof Reading.Value<Optional<List<D>>>(var found)) {
            found.orElse(List.of()).forEach(wish -> wishes.put(wish.key(), wish));
        }
        return wishes;
    }

    private <D extends Keyed, L extends Keyed, A extends Action> List<Change<D>> changes(
            Look<D, L, A> look, Observation.Seen<L> seen, Map<String, D> written) {
        return Pair.of(look.desired(), seen)
                .filter(pair -> selection.includes(look.plugin(), pair.key()))
                .filter(pair -> !twin.view().ignored().covers(look.plugin(), pair.key()))
                .filter(pair -> seen.gapOver(pair.key()).isEmpty())
                .flatMap(pair -> change(pair, look.plugin(), written).stream())
                .toList();
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Optional<Change<D>> change(
            Pair<D, L> pair, Plugin<D, L, A> plugin, Map<String, D> written) {
        var kind = plugin.kind();
        boolean differs = kind.decide(pair).findAny().isPresent();
        return switch (pair) {
            case Pair.Missing<D, L>(var wanted) ->
                differs
                        ? Optional.of(new Change<>(wanted.key(), Adopt.Sort.DROPPED, Optional.empty()))
                        : Optional.empty();
            case Pair.Both<D, L>(var wanted, var found) ->
                differs
                        ? Optional.of(changed(kind, written.getOrDefault(wanted.key(), wanted), found))
                        : Optional.empty();
            case Pair.Unmanaged<D, L>(var found) ->
                added(plugin, found).map(wish -> new Change<>(found.key(), Adopt.Sort.ADDED, Optional.of(wish)));
        };
    }

    /** What was not wanted and is there all the same is left to itself, unless it is something that init would have taken. */
    private static <D extends Keyed, L extends Keyed, A extends Action> Change<D> changed(
            Kind<D, L, A> kind, D wish, L found) {
        if (!kind.absent(wish.key()).equals(Optional.of(wish))) {
            return new Change<>(wish.key(), Adopt.Sort.CHANGED, Optional.of(new Adoption<>(kind).of(wish, found)));
        }
        var first = kind.firstWish(found);
        return new Change<>(wish.key(), first.isPresent() ? Adopt.Sort.CHANGED : Adopt.Sort.DROPPED, first);
    }

    /** Who names a thing wants it, whether or not init would have taken it. */
    private <D extends Keyed, L extends Keyed> Optional<D> added(Plugin<D, L, ?> plugin, L found) {
        return plugin.kind()
                .firstWish(found)
                .or(() -> selection.isExact(plugin, found.key())
                        ? Optional.of(plugin.kind().adopt(found))
                        : Optional.empty());
    }

    private <D extends Keyed> Optional<String> refusal(Plugin<D, ?, ?> plugin, KeptContents<D> contents, D wish) {
        return new WishedWords(twin.redaction())
                .refusal(plugin.kind(), wish)
                .or(() -> onlyTry
                        ? Optional.empty()
                        : contents.refusalToKeep(wish).map(reason -> wish.key() + ": " + reason));
    }

    /** Content that no wish refers to any more. */
    private <D extends Keyed> void forget(KeptContents<D> contents, List<D> before, List<D> after) throws IOException {
        var used = paths(contents, after).toList();
        for (String path :
                paths(contents, before).filter(path -> !used.contains(path)).toList()) {
            twin.repo().delete(path);
        }
    }

    private static <D extends Keyed> Stream<String> paths(KeptContents<D> contents, List<D> wishes) {
        return wishes.stream().flatMap(wish -> contents.pathOf(wish).stream());
    }
}
