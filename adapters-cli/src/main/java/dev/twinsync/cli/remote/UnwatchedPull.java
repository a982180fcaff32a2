package dev.twinsync.cli.remote;

import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.flow.remote.Pull;
import dev.twinsync.flow.unattended.Brought;
import dev.twinsync.port.Narration;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A pull that nobody watches: what stood in its way is told with all else that the clock finds. */
public final class UnwatchedPull {

    private UnwatchedPull() {}

    /** @param patience how long to wait for another twin at work; where it still is, nothing is pulled, and the look finds that out, too */
    public static Brought into(Wiring wiring, Narration narration, Duration patience) {
        try {
            var result = PullOfRepository.in(wiring, narration).pull(Optional.empty(), patience);
            var done = result instanceof Pull.Result.Pulled pulled ? PullText.brought(pulled) : List.<String>of();
            var obstacles = PullText.obstacles(result, wiring.repo().root());
            return new Brought(
                    done,
                    obstacles.isEmpty() ? obstacles : List.of("nothing was pulled: " + String.join("; ", obstacles)));
        } catch (IOException fault) {
            return new Brought(List.of(), List.of("nothing was pulled: " + fault.getMessage()));
        }
    }
}
