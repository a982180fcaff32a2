package dev.twinsync.domain.policy;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What came into a repository by a pull and was not approved since. It is kept on the machine, where no pull gets to.
 *
 * @param before all that was wished before a pull that is under way, was cut off or waits for its user; empty: none does
 * @param awaited the newest commit of the other side where a pull met a conflict: its user brings it in by git
 * @param pulled what was pulled, as it was then: once it is changed by hand it is its owner's own
 */
public record PulledWishes(Optional<List<PulledWish>> before, Optional<String> awaited, List<PulledWish> pulled) {

    public static final PulledWishes NONE = new PulledWishes(Optional.empty(), Optional.empty(), List.of());

    public static final RecordShape<PulledWishes> SHAPE = shape();

    public PulledWishes {
        before = before.map(List::copyOf);
        pulled = List.copyOf(pulled);
    }

    private static RecordShape<PulledWishes> shape() {
        var before = optional("before", Shape.list(PulledWish.SHAPE), PulledWishes::before);
        var awaited = optional("awaited", Shape.text(), PulledWishes::awaited);
        var pulled = withDefault("pulled", Shape.list(PulledWish.SHAPE), List.of(), PulledWishes::pulled);
        return new RecordShape<>(
                List.of(before, awaited, pulled),
                line -> new PulledWishes(line.get(before), line.get(awaited), line.get(pulled)));
    }

    /** A pull begins. One that was cut off began earlier, and what it brought was not told from what was there. */
    public PulledWishes beginning(List<PulledWish> now) {
        return new PulledWishes(
                before.filter(_ -> awaited.isEmpty()).or(() -> Optional.of(now)), Optional.empty(), pulled);
    }

    /** The pull that began met a conflict: what it would have brought comes with that commit, by whatever hand. */
    public PulledWishes awaiting(List<PulledWish> now, String commit) {
        return new PulledWishes(beginning(now).before(), Optional.of(commit), pulled);
    }

    /**
     * The pull that began is over: what differs from what was there before came with it.
     *
     * @param plugins whose wishes these are: those of others cannot be read now, and what was noted of them stays
     */
    public PulledWishes settled(List<PulledWish> now, Set<String> plugins) {
        var old = new HashSet<>(before.orElse(now));
        var known = new HashSet<>(pulled);
        return new PulledWishes(
                Optional.empty(),
                Optional.empty(),
                Stream.concat(
                                now.stream()
                                        .filter(wish -> known.contains(wish.inUse()) || !wasWished(wish, old))
                                        .map(PulledWish::inUse),
                                pulled.stream().filter(wish -> !plugins.contains(wish.plugin())))
                        .toList());
    }

    /** What was wished in vain before and is no more came with what switched its plugin on. */
    private static boolean wasWished(PulledWish wish, Set<PulledWish> old) {
        return old.contains(wish) || wish.off() && old.contains(wish.inUse());
    }

    /** Without what its owner agrees to. */
    public PulledWishes without(List<PulledWish> approved) {
        return new PulledWishes(
                before,
                awaited,
                pulled.stream().filter(wish -> !approved.contains(wish)).toList());
    }

    public boolean holds(PulledWish wish) {
        return pulled.contains(wish);
    }

    /** Whether there is nothing to be held back, whatever is wished. */
    public boolean isNothing() {
        return before.isEmpty() && pulled.isEmpty();
    }
}
