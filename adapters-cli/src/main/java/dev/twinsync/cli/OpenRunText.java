package dev.twinsync.cli;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.OpenRun;

/** A run that was cut off, for people and for programs. */
final class OpenRunText {

    static final String HOW_TO_END =
            "run: twin apply --resume (to finish it) or: twin apply --rollback (to take it back)";

    private OpenRunText() {}

    static String of(OpenRun run) {
        var undecided = run.undecidedActions();
        return "an apply that began at " + run.begun().startedAt() + " was cut off"
                + (run.reversing() ? " while it was taken back" : "")
                + (undecided.isEmpty() ? "" : ", in the middle of " + String.join(", ", undecided));
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
