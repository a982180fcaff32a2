package dev.twinsync.cli.plan;

import dev.twinsync.cli.terminal.SharedReasons;
import dev.twinsync.domain.Step.Blocked;
import dev.twinsync.domain.Step.Later;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Why something is blocked, or what it waits for, for people: see {@link SharedReasons}.
 *
 * @param reason in words
 * @param like the key of the one that was shown before with the same reason; empty: none was, or the reason is no longer than its name
 */
record NotDone(String key, String reason, Optional<String> like) {

    /** In the order in which they are shown. */
    static List<NotDone> blocked(List<? extends Blocked<?>> blocked) {
        return of(blocked, Blocked::key, Blocked::reason);
    }

    /** In the order in which they are shown. */
    static List<NotDone> waiting(List<? extends Later<?>> later) {
        return of(later, Later::key, Later::waitsFor);
    }

    private static <S> List<NotDone> of(List<S> steps, Function<S, String> key, Function<S, String> reason) {
        var reasons = new SharedReasons(first -> first);
        return steps.stream()
                .map(step -> new NotDone(
                        key.apply(step), reason.apply(step), reasons.instead(key.apply(step), reason.apply(step))))
                .toList();
    }
}
