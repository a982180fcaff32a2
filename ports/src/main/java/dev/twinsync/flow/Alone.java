package dev.twinsync.flow;

import dev.twinsync.port.MachineLock;
import java.io.IOException;
import java.time.Duration;

/** Lets something happen while no other twin changes the machine. */
record Alone(Twin twin) {

    @FunctionalInterface
    interface Work {
        RunResult run() throws IOException;
    }

    RunResult run(Duration patience, Work work) throws IOException {
        return switch (twin.lock().take(patience)) {
            case MachineLock.Answer.Busy(var holder) -> new RunResult.Locked(holder);
            case MachineLock.Answer.Taken(var lock) -> {
                try (lock) {
                    twin.records().refuseSecrets();
                    yield work.run();
                }
            }
        };
    }
}
