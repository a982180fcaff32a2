package dev.twinsync.cli.remote;

import dev.twinsync.cli.wiring.Secrecy;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.remote.Pull;
import dev.twinsync.flow.unattended.Brought;
import dev.twinsync.port.Narration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The remote while nobody watches: what came and what stood in the way is told with all else that the clock finds, by mail perhaps. So it has
 * masks, also where something is allowed in the repository.
 */
public record UnwatchedRemote(Wiring wiring, Narration narration) {

    /** @param patience how long to wait for another twin at work; where it still is, nothing is pulled, and the look finds that out, too */
    public Brought pull(Duration patience) {
        try {
            var result = PullOfRepository.in(wiring, narration).pull(Optional.empty(), patience);
            var done = result instanceof Pull.Result.Pulled pulled
                    ? PullText.brought(pulled, UnwatchedRemote::masked)
                    : List.<String>of();
            return new Brought(
                    done,
                    fault("pulled", PullObstacles.of(result, root())).stream().toList());
        } catch (IOException fault) {
            return new Brought(
                    List.of(),
                    fault("pulled", List.of(String.valueOf(fault.getMessage()))).stream()
                            .toList());
        }
    }

    /** @return why nothing was sent; empty: it was, or there was nothing to send */
    public Optional<String> push() throws IOException {
        var result = PushCommand.of(wiring).push(Optional.empty(), false);
        return fault("pushed", PushObstacles.of(result, root()));
    }

    private static Optional<String> fault(String what, List<String> obstacles) {
        return Optional.of(obstacles)
                .filter(some -> !some.isEmpty())
                .map(some -> masked("nothing was " + what + ": " + String.join("; ", some)));
    }

    private static String masked(String sentence) {
        return Secrecy.redaction(Configuration.DEFAULT).text(sentence);
    }

    private Path root() {
        return wiring.repo().root();
    }
}
