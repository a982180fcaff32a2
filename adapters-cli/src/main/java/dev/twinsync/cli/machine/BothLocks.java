package dev.twinsync.cli.machine;

import dev.twinsync.port.MachineLock;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** Two locks for who needs both: root, who is served as a guest, does what else only the root side does. */
public record BothLocks(MachineLock first, MachineLock second) implements MachineLock {

    @Override
    public Answer take(Duration patience) throws IOException {
        return switch (first.take(patience)) {
            case Answer.Busy busy -> busy;
            case Answer.Taken(var held) -> besides(held, patience);
        };
    }

    private Answer besides(Closeable held, Duration patience) throws IOException {
        boolean taken = false;
        try {
            var answer = second.take(patience);
            taken = answer instanceof Answer.Taken;
            return answer instanceof Answer.Taken(var other) ? new Answer.Taken(() -> giveBack(held, other)) : answer;
        } finally {
            if (!taken) {
                held.close();
            }
        }
    }

    private static void giveBack(Closeable first, Closeable second) throws IOException {
        try (first) {
            second.close();
        }
    }
}
