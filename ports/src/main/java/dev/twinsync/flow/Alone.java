package dev.twinsync.flow;

import dev.twinsync.port.MachineLock;
import dev.twinsync.port.SecretFound;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

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
                    refuseSecrets();
                    yield work.run();
                }
            }
        };
    }

    /** Before anything is changed: what is done must be written down afterwards, and could not be. */
    private void refuseSecrets() throws IOException {
        SecretFound.refuse(twin.repo().leaks(Set.of(Layout.STATE, Layout.FILESYSTEM)));
    }
}
