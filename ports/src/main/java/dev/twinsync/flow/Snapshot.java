package dev.twinsync.flow;

import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.Narration;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes down what is there, and commits it if it is not what was there before. */
public final class Snapshot {

    private final TwinRepo repo;
    private final List<Plugin<?, ?, ?>> plugins;
    private final Narration narration;

    public Snapshot(TwinRepo repo, List<Plugin<?, ?, ?>> plugins, Narration narration) {
        this.repo = repo;
        this.plugins = List.copyOf(plugins);
        this.narration = narration;
    }

    /** How a snapshot ended. */
    public sealed interface Result {

        /** @param commit empty where nothing had changed */
        record Taken(List<Look<?, ?, ?>> looks, Optional<String> commit) implements Result {}

        record Unreadable(List<Problem> problems) implements Result {}
    }

    public Result take() throws IOException {
        return switch (new Survey(repo, plugins, narration).ofMachine()) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                new KeepRecords(repo, plugins, narration).live(looks);
                yield new Result.Taken(looks, repo.commit("twin snapshot", Set.of(Layout.LIVE)));
            }
        };
    }
}
