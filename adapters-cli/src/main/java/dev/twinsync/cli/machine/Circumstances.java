package dev.twinsync.cli.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What whoever acts has to know besides the actions, on this side as on the root side, which reads no configuration.
 *
 * @param networkTimeout how long a changed network is on probation
 * @param homeAssistant the folder of the configuration of the Home Assistant that is meant; empty: there is but one
 */
public record Circumstances(Duration networkTimeout, Optional<Path> homeAssistant) {

    /** How the root side is told. */
    public List<String> toRootSide() {
        return Stream.of(NetworkTimeoutOption.toRootSide(networkTimeout), HomeAssistantOption.toRootSide(homeAssistant))
                .flatMap(List::stream)
                .toList();
    }
}
