package dev.twinsync.cli.plan;

import dev.twinsync.cli.terminal.SharedReasons;
import dev.twinsync.domain.Step.Blocked;
import java.util.List;
import java.util.Optional;

/**
 * Why something is blocked, for people: see {@link SharedReasons}.
 *
 * @param reason in words
 * @param like the key of the one that was shown before with the same reason; empty: none was, or the reason is no longer than its name
 */
record BlockedThing(String key, String reason, Optional<String> like) {

    /** In the order in which they are shown. */
    static List<BlockedThing> of(List<? extends Blocked<?>> blocked) {
        var reasons = new SharedReasons(first -> first);
        return blocked.stream()
                .map(step -> new BlockedThing(step.key(), step.reason(), reasons.instead(step.key(), step.reason())))
                .toList();
    }
}
