package dev.twinsync.cli.wiring;

import dev.twinsync.cli.machine.NetworkTimeoutOption;
import dev.twinsync.cli.terminal.Interruption;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.port.Narration;
import dev.twinsync.port.Recollection;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a command finds around it, whatever repository it is about.
 *
 * @param home of the user who runs it
 * @param narration who is told what is going on
 * @param known what an earlier command has read
 * @param networkTimeout how long a changed network is on probation
 * @param interruption by which who wants the process to end is heeded, in one place
 */
public record Surroundings(
        Path home, Narration narration, Recollection known, Duration networkTimeout, Interruption interruption) {

    public Surroundings(Path home, Narration narration, Recollection known) {
        this(home, narration, known, NetworkTimeoutOption.DEFAULT, new Interruption());
    }

    Surroundings withNetworkTimeout(Duration other) {
        return new Surroundings(home, narration, known, other, interruption);
    }

    /** A twin repository beside the one that it is about, to be read. */
    RepoView repository(Path root) throws IOException {
        var other = new GitTwinRepo(root, home, SecretGate.SHUT);
        if (!other.exists()) {
            throw new IOException(
                    "there is no twin repository at " + other.root() + " (no " + Layout.CONFIGURATION + ")");
        }
        return other;
    }
}
