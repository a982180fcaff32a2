package dev.twinsync.flow.twin;

import dev.twinsync.port.MachineLock;
import dev.twinsync.port.Narration;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

/** Lets something happen while no other twin changes the machine, or writes down what is there. It is not taken twice. */
public record Alone(MachineLock lock, Narration narration) {

    @FunctionalInterface
    public interface Work<R> {
        R run() throws IOException;
    }

    /**
     * @param patience how long another twin is waited for; who that is, is told
     * @param busy what it comes to where that one is still at work, made of who it is
     */
    public <R> R run(Duration patience, Work<? extends R> work, Function<String, ? extends R> busy) throws IOException {
        return switch (take(patience)) {
            case MachineLock.Answer.Busy(var holder) -> busy.apply(holder);
            case MachineLock.Answer.Taken(var held) -> {
                try (held) {
                    yield work.run();
                }
            }
        };
    }

    /** What is done must be written down afterwards: where that could not be, nothing is. */
    public static RunResult toAct(Twin twin, Duration patience, Work<RunResult> work) throws IOException {
        Work<RunResult> ifItCanBeKept = () -> {
            twin.records().refuseSecrets();
            return work.run();
        };
        return twin.alone().run(patience, ifItCanBeKept, RunResult.Locked::new);
    }

    private MachineLock.Answer take(Duration patience) throws IOException {
        var atOnce = lock.take(Duration.ZERO);
        if (patience.isZero() || !(atOnce instanceof MachineLock.Answer.Busy(var holder))) {
            return atOnce;
        }
        narration.waiting(holder);
        return lock.take(patience);
    }
}
