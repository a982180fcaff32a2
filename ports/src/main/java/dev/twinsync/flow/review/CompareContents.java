package dev.twinsync.flow.review;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.flow.review.Differences.Unseen;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.DeclaredWishes;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.RepoContents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a repository says at two moments, or two repositories say, thing by thing. */
public final class CompareContents {

    private final Twin twin;
    private final RepoContents before;
    private final RepoContents after;

    public CompareContents(Twin twin, RepoContents before, RepoContents after) {
        this.twin = twin;
        this.before = before;
        this.after = after;
    }

    /**
     * @param changes in the order of plugins and keys
     * @param unseen what cannot be compared, as it was not seen at one of the moments
     */
    public record Result(List<Change> changes, List<Unseen> unseen) {
        public Result {
            changes = List.copyOf(changes);
            unseen = List.copyOf(unseen);
        }

        public boolean isEmpty() {
            return changes.isEmpty() && unseen.isEmpty();
        }

        private static Result of(List<Result> parts) {
            return new Result(
                    parts.stream().flatMap(part -> part.changes().stream()).toList(),
                    parts.stream().flatMap(part -> part.unseen().stream()).toList());
        }
    }

    /** What is wished for: {@code state/} with what files hold in {@code filesystem/}. */
    public Reading<Result> ofWishes(Selection selection) throws IOException {
        var all = new ArrayList<Reading<Result>>();
        for (Plugin<?, ?, ?> plugin : twin.view().plugins()) {
            all.add(ofWishes(plugin, selection));
        }
        return checked(all, selection);
    }

    /** What was seen: {@code live/}, which keeps no content. */
    public Reading<Result> ofLive(Selection selection) throws IOException {
        var all = new ArrayList<Reading<Result>>();
        for (Plugin<?, ?, ?> plugin : twin.view().plugins()) {
            all.add(ofLive(plugin, selection));
        }
        return checked(all, selection);
    }

    private Reading<Result> checked(List<Reading<Result>> all, Selection selection) {
        var unknown = selection.unknownKinds(twin.view().plugins());
        return unknown.isEmpty() ? Reading.all(all).map(Result::of) : new Reading.Wrong<>(unknown);
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Reading<Result> ofWishes(
            Plugin<D, L, A> plugin, Selection selection) throws IOException {
        var were = new DeclaredWishes(before).of(plugin);
        var are = new DeclaredWishes(after).of(plugin);
        Function<D, Optional<String>> path = plugin.contents()::pathOf;
        var shape = plugin.kind().desired();
        return were.then(one -> are.map(other -> new Result(
                changes(plugin, key -> selection.includes(plugin, key), shape, path, one, other), List.of())));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Reading<Result> ofLive(
            Plugin<D, L, A> plugin, Selection selection) throws IOException {
        if (!selection.touches(plugin)) {
            return new Reading.Value<>(new Result(List.of(), List.of()));
        }
        var were = before.read(Layout.live(plugin.kind()));
        var are = after.read(Layout.live(plugin.kind()));
        return were.then(one -> are.map(other -> ofLive(plugin, selection, one, other)));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Result ofLive(
            Plugin<D, L, A> plugin, Selection selection, Optional<Observation<L>> one, Optional<Observation<L>> other) {
        var were = one.orElseGet(() -> new Observation.Unavailable<>("it was never looked at"));
        var are = other.orElseGet(() -> new Observation.Unavailable<>("it was never looked at"));
        return switch (were) {
            case Observation.Unavailable<L>(var reason) ->
                were.equals(are) ? new Result(List.of(), List.of()) : unseen(plugin, "before: " + reason);
            case Observation.Seen<L> seenBefore ->
                switch (are) {
                    case Observation.Unavailable<L>(var reason) -> unseen(plugin, "after: " + reason);
                    case Observation.Seen<L> seenAfter -> ofLive(plugin, selection, seenBefore, seenAfter);
                };
        };
    }

    private static Result unseen(Plugin<?, ?, ?> plugin, String reason) {
        return new Result(
                List.of(), List.of(new Unseen(plugin.name(), plugin.kind().name(), "*", reason)));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Result ofLive(
            Plugin<D, L, A> plugin, Selection selection, Observation.Seen<L> were, Observation.Seen<L> are) {
        Predicate<String> wasSeen =
                key -> were.gapOver(key).isEmpty() && are.gapOver(key).isEmpty();
        var changes = changes(
                plugin,
                wasSeen.and(key -> selection.includes(plugin, key)),
                plugin.kind().live(),
                _ -> Optional.empty(),
                were.live(),
                are.live());
        var gaps = Stream.concat(were.gaps().stream(), are.gaps().stream())
                .filter(gap -> !were.gaps().contains(gap) || !are.gaps().contains(gap))
                .filter(gap -> selection.includes(plugin, gap.keys()))
                .map(gap -> new Unseen(plugin.name(), plugin.kind().name(), gap.keys(), gap.reason()))
                .distinct()
                .toList();
        return new Result(changes, gaps);
    }

    private <T extends Keyed> List<Change> changes(
            Plugin<?, ?, ?> plugin,
            Predicate<String> which,
            Shape<T> shape,
            Function<T, Optional<String>> path,
            List<T> were,
            List<T> are) {
        var one = byKey(were);
        var other = byKey(are);
        var keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream()
                .filter(which)
                .filter(key -> !Optional.ofNullable(one.get(key)).equals(Optional.ofNullable(other.get(key))))
                .map(key -> change(
                        plugin,
                        key,
                        shape,
                        path,
                        Optional.ofNullable(one.get(key)),
                        Optional.ofNullable(other.get(key))))
                .toList();
    }

    private static <T extends Keyed> Map<String, T> byKey(List<T> things) {
        return things.stream().collect(Collectors.toMap(Keyed::key, Function.identity()));
    }

    private <T extends Keyed> Change change(
            Plugin<?, ?, ?> plugin,
            String key,
            Shape<T> shape,
            Function<T, Optional<String>> path,
            Optional<T> was,
            Optional<T> is) {
        return new Change(
                plugin.name(),
                plugin.kind().name(),
                key,
                was.map(shape::write).map(twin.redaction()::tree),
                is.map(shape::write).map(twin.redaction()::tree),
                new Sides(
                        was.flatMap(path).map(place -> () -> before.open(place)),
                        is.flatMap(path).map(place -> () -> after.open(place)),
                        twin.redaction()));
    }
}
