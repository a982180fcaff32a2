package dev.twinsync.cli;

import dev.twinsync.cli.catalog.Templates;
import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.command.ShortWaitOption;
import dev.twinsync.cli.logs.LogsSummary;
import dev.twinsync.cli.plan.LockedText;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.twin.Snapshot;
import dev.twinsync.flow.view.UnreadDocuments;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "snapshot",
        description = "Write down what is on this machine and what its logs say; commit what changed on it.",
        footer = "Exit codes: 0 done, 1 error, 7 another twin is at work.")
final class SnapshotCommand extends RepoCommand {

    @Mixin
    private ShortWaitOption lockTimeout;

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        return switch (new Snapshot(wiring.twin()).take(Templates.rules(), lockTimeout.duration())) {
            case Snapshot.Result.Locked(var holder) -> LockedText.show(holder, console);
            case Snapshot.Result.Unreadable(var problems) -> console.unreadable(problems);
            case Snapshot.Result.Taken(var looks, var logs, var commit, var unpacked) -> {
                unpacked.ifPresent(console::complain);
                console.unreadable(UnreadDocuments.of(wiring.view()));
                print(LooksSummary.of(looks), new LogsSummary(logs), commit, console);
                yield Exit.OK;
            }
        };
    }

    private void print(LooksSummary summary, LogsSummary logs, Optional<String> commit, Console console) {
        if (options().asJson()) {
            var map = Tree.map()
                    .put("changed", Tree.literal(commit.isPresent()))
                    .put("plugins", summary.tree())
                    .put("logs", logs.tree());
            commit.ifPresent(id -> map.put("commit", id));
            console.json(map.build());
        } else {
            summary.lines().forEach(console::line);
            logs.lines().forEach(console::line);
            console.line(commit.map(id -> "Committed as " + id.substring(0, 10))
                    .orElse("Nothing changed since the last snapshot but what the logs say."));
        }
    }
}
