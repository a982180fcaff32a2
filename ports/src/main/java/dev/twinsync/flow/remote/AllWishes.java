package dev.twinsync.flow.remote;

import dev.twinsync.domain.policy.PulledWish;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Ignored;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.View;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a repository wishes.
 *
 * @param inUse of the plugins in use
 * @param off of those that are off, as far as it can be read: nothing comes of it until they are on
 * @param ignored nothing comes of that either, as long as it is
 */
public record AllWishes(List<Look<?, ?, ?>> inUse, List<Look<?, ?, ?>> off, Ignored ignored) {

    /** As {@code state/} says; wrong where a wish of a plugin in use is. */
    public static Reading<AllWishes> of(View view) throws IOException {
        var survey = view.survey();
        var off = survey.ofWishesInVain();
        return survey.ofWishes().map(inUse -> new AllWishes(inUse, off, view.ignored()));
    }

    public List<PulledWish> noted() {
        return Stream.concat(
                        inUse.stream().flatMap(this::noted), AskedFor.noted(off).map(PulledWish::inVain))
                .toList();
    }

    private boolean isIgnored(PulledWish wish) {
        return inUse.stream()
                .map(Look::plugin)
                .anyMatch(plugin -> plugin.name().equals(wish.plugin()) && ignored.covers(plugin, wish.key()));
    }

    private Stream<PulledWish> noted(Look<?, ?, ?> look) {
        return AskedFor.noted(List.of(look))
                .map(wish -> ignored.covers(look.plugin(), wish.key()) ? wish.inVain() : wish);
    }

    /** The names of the plugins whose wishes these are. */
    public Set<String> plugins() {
        return Stream.concat(inUse.stream(), off.stream())
                .map(look -> look.plugin().name())
                .collect(Collectors.toSet());
    }

    /** What they ask for that they did not before. What is off asks for nothing. */
    List<AskedFor> askedSince(List<PulledWish> before) {
        var names = inUse.stream().map(look -> look.plugin().name()).collect(Collectors.toSet());
        var asked = before.stream()
                .filter(wish -> names.contains(wish.plugin()) && (!wish.off() || isIgnored(wish)))
                .map(PulledWish::inUse)
                .toList();
        return AskedFor.between(asked, inUse);
    }
}
