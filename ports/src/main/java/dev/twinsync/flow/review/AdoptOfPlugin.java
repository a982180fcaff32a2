package dev.twinsync.flow.review;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Adoption;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.content.KeptContents;
import dev.twinsync.flow.content.OrNothing;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.Unseen;
import dev.twinsync.flow.view.WishedWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adopts what differs of one plugin's things.
 *
 * @param edits of the repository; empty: it stays as it is
 */
record AdoptOfPlugin(Twin twin, Selection selection, Optional<OrNothing> edits) {

    /** As {@link Adopt.Result.Done} has them. */
    record Part(List<Adopt.Adopted> things, List<String> leftOut, List<String> ignored) {}

    /** @param wish empty: nothing is wished any more */
    private record Change<D>(String key, Adopt.Sort sort, Optional<D> wish) {}

    <D extends Keyed, L extends Keyed, A extends Action> Part of(Look<D, L, A> look) throws IOException {
        var plugin = look.plugin();
        var unseen = new Unseen(selection, twin.view().ignored()).in(look);
        var part = new Part(new ArrayList<>(), new ArrayList<>(unseen), new ArrayList<>());
        if (!(look.observation() instanceof Observation.Seen<L> seen)) {
            return part;
        }
        var wishes = written(plugin);
        var contents = twin.hands().of(plugin).contents();
        var before = List.copyOf(wishes.values());
        for (Change<D> change : changes(look, seen, wishes)) {
            if (passOver(plugin, change.key(), part)) {
                continue;
            }
            var refusal = change.wish().flatMap(wish -> refusal(plugin, contents, wish));
            if (refusal.isPresent()) {
                part.leftOut().add(plugin.kind().name() + ":" + refusal.get());
            } else {
                change.wish()
                        .ifPresentOrElse(wish -> wishes.put(change.key(), wish), () -> wishes.remove(change.key()));
                part.things().add(new Adopt.Adopted(plugin.kind().name(), change.key(), change.sort()));
            }
        }
        if (edits.isPresent() && !part.things().isEmpty()) {
            var document = Layout.desired(plugin.kind());
            var after = List.copyOf(wishes.values());
            edits.get().edit(document.path(), () -> twin.repo().amend(document, after));
            forget(contents, before, after, edits.get());
        }
        return part;
    }

    /** Whether it is ignored; who names such a thing by its very own name hears how that can be ended. */
    private boolean passOver(Plugin<?, ?, ?> plugin, String key, Part part) {
        var patterns = twin.view().ignored().patternsOver(plugin, key);
        if (patterns.isEmpty()) {
            return false;
        }
        var name = plugin.kind().name() + ":" + key;
        if (selection.isExact(plugin, key)) {
            var words = patterns.stream().map(ShellWord::of).collect(Collectors.joining(" "));
            part.leftOut()
                    .add(name + " is ignored in config.yaml; to ignore it no longer, run: twin ignore --remove "
                            + words);
        } else {
            part.ignored().add(name);
        }
        return true;
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
        return new WishedWords(twin.redaction()).refusal(plugin.kind(), wish).or(() -> refusal(contents, wish));
    }

    /** Why its content could not or must not be taken into the repository. */
    private <D extends Keyed> Optional<String> refusal(KeptContents<D> contents, D wish) {
        try {
            if (edits.isEmpty()) {
                contents.tryToKeep(wish);
            } else {
                keep(contents, wish, edits.get());
            }
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(wish.key() + ": " + refused.getMessage());
        }
    }

    private static <D extends Keyed> void keep(KeptContents<D> contents, D wish, OrNothing edits) throws IOException {
        var path = contents.pathOf(wish);
        if (path.isPresent()) {
            edits.edit(path.get(), () -> contents.keep(wish));
        } else {
            contents.keep(wish);
        }
    }

    /** Content that no wish refers to any more. */
    private <D extends Keyed> void forget(KeptContents<D> contents, List<D> before, List<D> after, OrNothing edits)
            throws IOException {
        var used = paths(contents, after).toList();
        for (String path :
                paths(contents, before).filter(path -> !used.contains(path)).toList()) {
            edits.edit(path, () -> twin.repo().delete(path));
        }
    }

    private static <D extends Keyed> Stream<String> paths(KeptContents<D> contents, List<D> wishes) {
        return wishes.stream().flatMap(wish -> contents.pathOf(wish).stream());
    }
}
