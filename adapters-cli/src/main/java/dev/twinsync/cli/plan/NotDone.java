package dev.twinsync.cli.plan;

import dev.twinsync.cli.terminal.SharedReasons;
import dev.twinsync.domain.Step.Blocked;
import dev.twinsync.domain.Step.Later;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.plan.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Why something is blocked, or what it waits for, for people: see {@link SharedReasons}.
 *
 * @param reason in words
 * @param like the one that was shown before with the same reason; empty: none was, or the reason is no longer than its name
 */
record NotDone(String key, String reason, Optional<Like> like) {

    /** @param ofItself whether each says it of its own package, so that it must not read as if it were about the other one */
    record Like(String key, boolean ofItself) {}

    /** In the order in which they are shown. */
    static List<NotDone> blocked(Section<?, ?, ?> section) {
        return of(section.blocked(), Blocked::key, Blocked::reason, step -> isOfPackages(section) && step.isInVain());
    }

    /** In the order in which they are shown. */
    static List<NotDone> waiting(Section<?, ?, ?> section) {
        return of(section.later(), Later::key, Later::waitsFor, _ -> isOfPackages(section));
    }

    /** Elsewhere the name of the thing in its reason is what there is to know: {@code unit nginx.service}. */
    private static boolean isOfPackages(Section<?, ?, ?> section) {
        return section.kind() instanceof Packages;
    }

    private static <S> List<NotDone> of(
            List<? extends S> steps, Function<S, String> key, Function<S, String> reason, Predicate<S> mayBeOfItself) {
        var reasons = new SharedReasons(UnaryOperator.identity());
        var own = new OwnPackage();
        return steps.stream()
                .map(step -> {
                    var name = key.apply(step);
                    var why = reason.apply(step);
                    var ofItself = mayBeOfItself.test(step) ? own.like(name, why) : Optional.<String>empty();
                    var like = reasons.instead(name, why)
                            .map(other -> new Like(other, false))
                            .or(() -> ofItself.map(other -> new Like(other, true)));
                    return new NotDone(name, why, like);
                })
                .toList();
    }

    /**
     * To stand behind "waits".
     *
     * @param quote how a name or a reason is shown
     */
    String waits(UnaryOperator<String> quote) {
        return like.map(other ->
                        (other.ofItself() ? "for its own package, " : "") + "as " + quote.apply(other.key()) + " does")
                .orElseGet(() -> "for " + quote.apply(reason));
    }

    /**
     * To stand behind "blocked".
     *
     * @param quote how a name or a reason is shown
     */
    String blocked(UnaryOperator<String> quote) {
        return like.map(other -> (other.ofItself() ? " for want of its own package, as " : " as ")
                        + quote.apply(other.key()) + " is")
                .orElseGet(() -> ": " + quote.apply(reason));
    }
}
