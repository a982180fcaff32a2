package dev.twinsync.flow.twin;

import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes down what is there and what the logs say, and commits it if what is there is not what was there before. */
public final class Snapshot {

    private final Twin twin;

    public Snapshot(Twin twin) {
        this.twin = twin;
    }

    /** How a snapshot ended. */
    public sealed interface Result {

        /** Nobody else was at work. */
        sealed interface WhileAlone extends Result {}

        /**
         * @param commit empty where nothing had changed but logs
         * @param unpacked why the history could not be packed, which took nothing from the snapshot; empty: it was, or need not be
         */
        record Taken(List<Look<?, ?, ?>> looks, LogIndex logs, Optional<String> commit, Optional<String> unpacked)
                implements WhileAlone {}

        record Unreadable(List<Problem> problems) implements WhileAlone {}

        /** Nothing was looked at and nothing written. @param holder who is at work on this machine just now */
        record Locked(String holder) implements Result {}
    }

    /**
     * @param rules as {@link RenewRules} takes them
     * @param patience how long to wait for another twin, of which half a change could be written down
     */
    public Result take(byte[] rules, Duration patience) throws IOException {
        Alone.Work<Result> work = () -> {
            new RenewRules(twin.repo()).renew(rules);
            return whileAlone();
        };
        return twin.alone().run(patience, work, Result.Locked::new);
    }

    /** The same, for who has the lock of the machine. */
    public Result.WhileAlone whileAlone() throws IOException {
        return switch (KeepLogs.wishes(twin.view())) {
            case Reading.Wrong<LogsConfig>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<LogsConfig>(var logs) -> take(logs);
        };
    }

    private Result.WhileAlone take(LogsConfig logs) throws IOException {
        return switch (twin.view().survey().ofMachine()) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                twin.records().live(looks);
                var index = twin.logs().capture(logs);
                var commit = twin.repo()
                        .commit(
                                "twin snapshot",
                                Set.of(Layout.LIVE),
                                twin.logs().inGit());
                yield new Result.Taken(looks, index, commit, pack());
            }
        };
    }

    private Optional<String> pack() {
        try {
            twin.repo().pack();
            return Optional.empty();
        } catch (IOException fault) {
            return Optional.of(fault.getMessage());
        }
    }
}
