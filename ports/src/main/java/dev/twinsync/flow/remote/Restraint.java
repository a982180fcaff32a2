package dev.twinsync.flow.remote;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.policy.Policy;
import dev.twinsync.domain.policy.PulledPolicy;
import dev.twinsync.domain.policy.PulledWish;
import dev.twinsync.domain.policy.PulledWishes;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.flow.view.Fingerprint;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds back what came by a pull, asks for more than the policy lets it, and was not approved. */
public record Restraint(PulledPolicy policy, PulledWishes wishes) {

    private static final int SHOWN = 12;

    /** A plugin that does what is not held back. */
    public <D extends Keyed, L extends Keyed, A extends Action> Equipped<D, L, A> on(Equipped<D, L, A> equipped) {
        var plugin = equipped.plugin();
        return wishes.isNothing()
                ? equipped
                : new Equipped<>(
                        new Plugin<>(
                                plugin.name(),
                                new RestrainedKind<>(plugin.kind(), plugin.name(), this),
                                plugin.sight(),
                                plugin.contents()),
                        equipped.backend(),
                        equipped.contents());
    }

    /** The step, or that it is held back. */
    <D extends Keyed, L extends Keyed, A extends Action> Step<A> over(
            Step<A> step, String plugin, Kind<D, L, A> kind, D wish, Optional<L> seen) {
        return switch (step) {
            case Step.Do<A>(var action, var _) ->
                holds(plugin, kind, wish, action, seen)
                        .<Step<A>>map(id -> new Step.Blocked<>(action.key(), reason(action, id)))
                        .orElse(step);
            case Step.Blocked<A> _, Step.Later<A> _ -> step;
        };
    }

    /** The id by which it is approved; empty where it is not held back. */
    <D extends Keyed, L extends Keyed, A extends Action> Optional<String> holds(
            String plugin, Kind<D, L, A> kind, D wish, A action, Optional<L> seen) {
        var noted = noted(plugin, kind, wish);
        return wishes.holds(noted) && isBeyondPolicy(plugin, kind, action, seen)
                ? Optional.of(id(noted))
                : Optional.empty();
    }

    private <L extends Keyed, A extends Action> boolean isBeyondPolicy(
            String plugin, Kind<?, L, A> kind, A action, Optional<L> seen) {
        boolean takesAway = action.takesAway() || action.risk() == Action.Risk.DESTRUCTIVE;
        return takesAway && !policy.removals()
                || !policy.rights() && kind.empowers(action, seen)
                || isNamed(plugin, kind, action.key());
    }

    /** No pattern is everything for {@code --only}, and nothing here. */
    private boolean isNamed(String plugin, Kind<?, ?, ?> kind, String key) {
        return !policy.held().isEmpty() && new Selection(policy.held()).includes(plugin, kind, key);
    }

    /** The keys of what came by a pull, was not approved since, and asks for something, now or later, whether or not it is held back. */
    public <D extends Keyed, L extends Keyed, A extends Action> Set<String> pulled(Look<D, L, A> look) {
        return look.desired().stream()
                .filter(wish ->
                        wishes.holds(noted(look.plugin().name(), look.plugin().kind(), wish)))
                .filter(wish -> !asks(look, look.plugin().kind(), wish).isEmpty())
                .map(Keyed::key)
                .collect(Collectors.toSet());
    }

    /** What a wish asks for by itself, now or later. */
    static <D extends Keyed, L extends Keyed, A extends Action> List<Step<A>> asks(
            Look<D, L, A> look, Kind<D, L, A> kind, D wish) {
        return kind.plan(List.of(wish), look.observation()).stream()
                .filter(step -> !(step instanceof Step.Blocked<A>))
                .toList();
    }

    /** By which these plugins are held back. */
    public static Restraint of(Collection<Plugin<?, ?, ?>> plugins) {
        return plugins.stream()
                .flatMap(plugin -> plugin.kind() instanceof RestrainedKind<?, ?, ?> restrained
                        ? Stream.of(restrained.restraint())
                        : Stream.empty())
                .findFirst()
                .orElseGet(() -> new Restraint(Policy.DEFAULT.pulled(), PulledWishes.NONE));
    }

    static <D extends Keyed> PulledWish noted(String plugin, Kind<D, ?, ?> kind, D wish) {
        return new PulledWish(plugin, wish.key(), Fingerprint.of(kind.desired().write(wish)), false);
    }

    /** Of exactly what was held back: a digest of the thing and of all that is wished of it. */
    static String id(PulledWish wish) {
        var said = Tree.list(List.of(
                Tree.text(wish.plugin()),
                Tree.text(wish.key()),
                Tree.text(wish.says().text())));
        var digest = Sha256.of(JsonTree.compact(said).getBytes(StandardCharsets.UTF_8))
                .text();
        return digest.substring(digest.indexOf(':') + 1).substring(0, SHOWN);
    }

    private static String reason(Action action, String id) {
        return action.op() + " came with twin pull and is held back by your policy; if you agree: twin approve " + id;
    }
}
