package dev.twinsync.cli;

import dev.twinsync.port.Narration;
import dev.twinsync.port.Recollection;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a command finds around it, whatever repository it is about.
 *
 * @param home of the user who runs it
 * @param narration who is told what is going on
 * @param known what an earlier command has read
 * @param networkTimeout how long a changed network is on probation
 */
record Surroundings(Path home, Narration narration, Recollection known, Duration networkTimeout) {

    Surroundings(Path home, Narration narration, Recollection known) {
        this(home, narration, known, NetworkTimeoutOption.DEFAULT);
    }

    Surroundings withNetworkTimeout(Duration other) {
        return new Surroundings(home, narration, known, other);
    }
}
