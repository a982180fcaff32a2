package dev.twinsync.cli;

import dev.twinsync.domain.Step.Blocked;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Why something is blocked, for people. One fault may block many things, as a broken line in apt's sources blocks every package: it is
 * told with the first of them, and the others name that one.
 *
 * @param reason in words
 * @param like the key of the one that was shown before with the same reason; empty: none was, or the reason is no longer than its name
 */
record BlockedThing(String key, String reason, Optional<String> like) {

    /** In the order in which they are shown. */
    static List<BlockedThing> of(List<? extends Blocked<?>> blocked) {
        var first = new HashMap<String, String>();
        return blocked.stream()
                .map(step -> new BlockedThing(
                        step.key(),
                        step.reason(),
                        Optional.ofNullable(first.putIfAbsent(step.reason(), step.key()))
                                .filter(other -> !other.equals(step.key()))
                                .filter(other -> other.length() < step.reason().length())))
                .toList();
    }
}
