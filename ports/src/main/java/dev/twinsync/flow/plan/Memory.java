package dev.twinsync.flow.plan;

import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.run.LastRun;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.PastRuns;
import java.io.IOException;
import java.util.Optional;

/** Reads what the machine remembers of the plans that it carried out. */
public final class Memory {

    private Memory() {}

    public static Optional<LastRun> of(PastRuns runs) throws IOException {
        var memory = runs.memory();
        return memory.isEmpty() ? Optional.empty() : Optional.of(read(memory.get()));
    }

    /** What is to be remembered once this plan was carried out. */
    public static Tree of(SavedPlan plan) {
        return LastRun.SHAPE.write(new LastRun(plan.createdAt()));
    }

    private static LastRun read(Tree tree) throws IOException {
        return switch (LastRun.SHAPE.read(tree)) {
            case Reading.Value<LastRun>(var last) -> last;
            case Reading.Wrong<LastRun>(var problems) ->
                throw new IOException("what this machine remembers of the last apply cannot be read: "
                        + problems.getFirst().message());
        };
    }
}
