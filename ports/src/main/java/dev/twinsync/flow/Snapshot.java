package dev.twinsync.flow;

import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes down what is there, and commits it if it is not what was there before. */
public final class Snapshot {

    private final Twin twin;

    public Snapshot(Twin twin) {
        this.twin = twin;
    }

    /** How a snapshot ended. */
    public sealed interface Result {

        /** @param commit empty where nothing had changed */
        record Taken(List<Look<?, ?, ?>> looks, Optional<String> commit) implements Result {}

        record Unreadable(List<Problem> problems) implements Result {}
    }

    public Result take() throws IOException {
        return switch (twin.view().survey().ofMachine()) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                twin.records().live(looks);
                yield new Result.Taken(looks, twin.repo().commit("twin snapshot", Set.of(Layout.LIVE)));
            }
        };
    }
}
