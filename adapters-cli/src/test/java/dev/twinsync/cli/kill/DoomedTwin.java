package dev.twinsync.cli.kill;

import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.run.Leeway;
import dev.twinsync.flow.apply.ApplyOptions;
import dev.twinsync.flow.apply.ApplyPlan;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.Confirmation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An apply in a process of its own, which is killed at a certain moment. */
final class DoomedTwin {

    static final Confirmation YES = new Confirmation() {
        @Override
        public Answer approve(Plan plan) {
            return Answer.YES;
        }

        @Override
        public Answer approveDestructive(List<String> actions) {
            return Answer.YES;
        }
    };

    private DoomedTwin() {}

    /** @param arguments the folder of the device, and the moment */
    public static void main(String[] arguments) throws IOException {
        apply(new Device(Path.of(arguments[0])).twin(new Doom(Integer.parseInt(arguments[1]))));
    }

    static RunResult apply(Twin twin) throws IOException {
        return new ApplyPlan(twin, YES)
                .apply(new ApplyOptions(Selection.EVERYTHING, Leeway.NOT_DESTRUCTIVE, false, Duration.ZERO));
    }
}
