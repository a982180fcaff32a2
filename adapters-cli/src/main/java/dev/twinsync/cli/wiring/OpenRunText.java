package dev.twinsync.cli.wiring;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.port.MachineLock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A run that was cut off, for people and for programs. */
public final class OpenRunText {

    public static final String HOW_TO_END =
            "run: twin apply --resume (to finish it) or: twin apply --rollback (to take it back)";

    /** What is said instead of that all is as wished. */
    public static final String COMES_FIRST =
            "Nothing else is to be done, but an apply was cut off: as long as it is open, this machine is not what state/ says.";

    private OpenRunText() {}

    /** @param needsPerson false: as long as somebody is at work, it may be that run, which ends by itself */
    public record Notice(String sentence, boolean needsPerson) {}

    public static String of(OpenRun run) {
        var undecided = run.undecidedActions();
        return "an apply that began at " + run.begun().startedAt() + " was cut off"
                + (run.reversing() ? " while it was taken back" : "")
                + (undecided.isEmpty() ? "" : ", in the middle of " + String.join(", ", undecided));
    }

    /** A run that was cut off with what is to be done about it, or one that is at work just now; empty: there is none. */
    public static Optional<Notice> of(Twin twin) throws IOException {
        var open = OpenRun.of(twin.view());
        return open.isEmpty() ? Optional.empty() : Optional.of(of(open.get(), twin.lock()));
    }

    private static Notice of(OpenRun run, MachineLock lock) throws IOException {
        return switch (lock.take(Duration.ZERO)) {
            case MachineLock.Answer.Busy(var holder) ->
                new Notice("another twin is at work on this machine just now: " + holder, false);
            case MachineLock.Answer.Taken(var held) -> {
                held.close();
                yield new Notice(of(run) + "; " + HOW_TO_END, true);
            }
        };
    }

    static Tree tree(OpenRun run) {
        return Tree.map()
                .put("started_at", run.begun().startedAt())
                .put("being_taken_back", Tree.literal(run.reversing()))
                .put(
                        "undecided",
                        Tree.list(
                                run.undecidedActions().stream().map(Tree::text).toList()))
                .build();
    }
}
