package dev.twinsync.flow.apply;

import dev.twinsync.flow.twin.Hands;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.port.Elevation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gets hands for a piece of work: one's own, and those of root where one's own may not do all of it.
 *
 * @param patience how long to wait for another twin that works as root
 */
record Elevating(Twin twin, Duration patience) {

    @FunctionalInterface
    interface Work {
        RunResult with(Hands hands) throws IOException;
    }

    /** @param obstacles what the user who runs twin may not do, each in a sentence */
    RunResult run(List<String> obstacles, Work work) throws IOException {
        if (obstacles.isEmpty()) {
            return work.with(twin.hands());
        }
        return switch (twin.elevation().ask(patience)) {
            case Elevation.Answer.Denied(var reason) ->
                new RunResult.NotPermitted(
                        Stream.concat(obstacles.stream(), Stream.of(reason)).toList());
            case Elevation.Answer.Busy(var holder) -> new RunResult.Locked(holder);
            case Elevation.Answer.Granted(var root) -> {
                try (var hands = new Hands(twin.equipped(), Optional.of(root))) {
                    yield work.with(hands);
                }
            }
        };
    }
}
