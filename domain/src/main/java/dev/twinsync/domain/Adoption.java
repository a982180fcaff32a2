package dev.twinsync.domain;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a wish becomes when that is to be wished which is there. What only the wish says stays in it. */
public record Adoption<D extends Keyed, L extends Keyed, A extends Action>(Kind<D, L, A> kind) {

    /** Where the repository keeps content is its own affair, whatever the machine calls it. */
    private static final Set<String> OF_THE_REPOSITORY = Set.of("twin_path");

    /** What content is; it is looked up where a wish does not say it. */
    private static final String DIGEST = "digest";

    /**
     * The wish that changes as few of its lines as will do, so that nothing would be done about what is seen.
     *
     * @param wish of the same key
     */
    public D of(D wish, L seen) {
        var all = kind.desired().write(kind.adopt(seen));
        var own = kind.desired().write(wish);
        var candidates = Stream.concat(
                        Stream.of(over(own, all, false), over(own, all, true)).flatMap(this::read),
                        Stream.concat(kind.firstWish(seen).stream(), Stream.of(kind.adopt(seen))))
                .toList();
        return candidates.stream()
                .filter(candidate -> steps(candidate, seen).isEmpty())
                .findFirst()
                .orElseGet(() -> candidates.stream()
                        .filter(candidate -> steps(candidate, seen).stream().noneMatch(Step.Do.class::isInstance))
                        .findFirst()
                        .orElseGet(() -> kind.adopt(seen)));
    }

    private Stream<D> read(Tree tree) {
        return kind.desired().read(tree) instanceof Reading.Value<D>(var wish) ? Stream.of(wish) : Stream.empty();
    }

    /** With the content taken for what is there: that is what becomes of it. */
    private List<Step<A>> steps(D candidate, L seen) {
        var wish = kind.desired().write(candidate);
        var digest = kind.desired().write(kind.adopt(seen)) instanceof Tree.Mapping all
                ? all.get(DIGEST)
                : Optional.<Tree>empty();
        var looked = digest.filter(_ -> wish instanceof Tree.Mapping)
                .map(found -> with((Tree.Mapping) wish, found))
                .flatMap(tree -> read(tree).findFirst())
                .orElse(candidate);
        return kind.decide(new Pair.Both<>(looked, seen)).toList();
    }

    private static Tree with(Tree.Mapping wish, Tree digest) {
        var lines = new ArrayList<>(wish.entries());
        lines.removeIf(line -> line.key().equals(DIGEST));
        lines.add(new Tree.Entry(DIGEST, digest, Place.NONE));
        return new Tree.Mapping(lines, wish.place());
    }

    /** @param withMore whether lines come in that the wish left open */
    private static Tree over(Tree own, Tree all, boolean withMore) {
        if (!(own instanceof Tree.Mapping wish) || !(all instanceof Tree.Mapping seen)) {
            return own instanceof Tree.Mapping ? own : all; // a reference to a secret stands for what it is of
        }
        var lines = new ArrayList<Tree.Entry>();
        for (Tree.Entry line : wish.entries()) {
            var value = seen.get(line.key())
                    .filter(_ -> !OF_THE_REPOSITORY.contains(line.key()))
                    .map(found -> over(line.value(), found, withMore))
                    .orElse(line.value());
            lines.add(new Tree.Entry(line.key(), value, line.place()));
        }
        seen.entries().stream()
                .filter(line -> withMore
                        && wish.get(line.key()).isEmpty()
                        && !line.key().equals(DIGEST))
                .forEach(lines::add);
        return new Tree.Mapping(lines, wish.place());
    }
}
