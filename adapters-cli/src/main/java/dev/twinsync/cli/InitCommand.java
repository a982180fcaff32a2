package dev.twinsync.cli;

import dev.twinsync.cli.catalog.Templates;
import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.command.ShortWaitOption;
import dev.twinsync.cli.logs.LogsSummary;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.plan.LockedText;
import dev.twinsync.cli.remote.OuterRepository;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.twin.Extended;
import dev.twinsync.flow.twin.Init;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "init",
        description = "Put this machine into a new Git repository. Changes nothing else on the machine.",
        footer = "Exit codes: 0 done, 1 error or there is one already, 7 another twin is at work.")
final class InitCommand extends RepoCommand {

    @Mixin
    private ShortWaitOption lockTimeout;

    @Override
    protected boolean makesRepository() {
        return true;
    }

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        TwinHome.ofThisProcess()
                .ofPredecessor()
                .ifPresent(old -> console.complain("found the predecessor's repository at " + old
                        + "; it stays as it is, and nothing is taken from it; what would: twin migrate " + old
                        + " --repo DIR"));
        return switch (new Init(wiring.twin()).init(Templates.all(), lockTimeout.duration())) {
            case Init.Result.Locked(var holder) -> LockedText.show(holder, console);
            case Init.Result.Exists() -> exists(wiring, console);
            case Init.Result.Unreadable(var problems) -> console.unreadable(problems);
            case Init.Result.Made(var looks, var leftOut, var extended, var logs, var commit) -> {
                var summary = LooksSummary.of(looks);
                leftOut.forEach(sentence -> console.complain("left out " + sentence));
                OuterRepository.around(wiring.repo().root())
                        .map(OuterRepository::advice)
                        .ifPresent(console::complain);
                if (options().asJson()) {
                    console.json(json(wiring, summary, extended, new LogsSummary(logs), commit));
                } else {
                    console.line("This machine is now in "
                            + Printable.of(wiring.repo().root().toString()));
                    extended.forEach(file -> console.line(
                            "added below what " + file.file() + " said: " + String.join("  ", file.rules())));
                    summary.lines().forEach(console::line);
                    new LogsSummary(logs).lines().forEach(console::line);
                    console.next("Next: edit state/, then run: twin plan");
                }
                yield Exit.OK;
            }
        };
    }

    private static Exit exists(Wiring wiring, Console console) {
        console.complain("there is a twin repository at " + wiring.repo().root()
                + " already; nothing was touched. To see where it stands, run: twin status");
        return Exit.ERROR;
    }

    private static Tree json(
            Wiring wiring, LooksSummary summary, List<Extended> extended, LogsSummary logs, Optional<String> commit) {
        var map = Tree.map()
                .put("repository", wiring.repo().root().toString())
                .put(
                        "extended",
                        Tree.list(extended.stream().map(InitCommand::json).toList()))
                .put("plugins", summary.tree())
                .put("logs", logs.tree());
        commit.ifPresent(id -> map.put("commit", id));
        return map.build();
    }

    private static Tree json(Extended extended) {
        return Tree.map()
                .put("file", extended.file())
                .put(
                        "added",
                        Tree.list(extended.rules().stream().map(Tree::text).toList()))
                .build();
    }
}
