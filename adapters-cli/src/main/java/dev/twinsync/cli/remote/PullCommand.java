package dev.twinsync.cli.remote;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.command.ShortWaitOption;
import dev.twinsync.cli.plan.LockedText;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.remote.Pull;
import dev.twinsync.flow.remote.Target;
import dev.twinsync.port.RemoteName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "pull",
        description =
                "Bring in what the remote has, with the commits of this machine on top. Changes nothing on the machine.",
        footer = {
            "What this machine writes itself (live/, logs/, plan/) stays as it is. What a pulled change asks for beyond your",
            "policy is held back by every plan until twin approve.",
            "Exit codes: 0 done or up to date, 1 it did not work and nothing was changed, 7 another twin is at work,",
            "8 refused: what the remote has must not come in."
        })
public final class PullCommand extends RepoCommand {

    @Mixin
    private RemoteOption named;

    @Mixin
    private ShortWaitOption lockTimeout;

    @Override
    protected Optional<RemoteName> remote() {
        return named.name();
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var result = PullOfRepository.in(wiring, console.narration()).pull(remote(), lockTimeout.duration());
        var obstacles = PullObstacles.of(result, wiring.repo().root());
        return switch (result) {
            case Pull.Result.Pulled pulled -> {
                show(pulled, console);
                yield Exit.OK;
            }
            case Pull.Result.UpToDate(var target, var ahead) -> {
                upToDate(target, ahead, console);
                yield Exit.OK;
            }
            case Pull.Result.Unreadable(var problems) -> console.unreadable(problems);
            case Pull.Result.Locked(var holder) -> LockedText.show(holder, console);
            case Pull.Result.Failed(var _, var trouble, var sentence) -> {
                RemoteTrouble.tell(trouble, sentence, options(), console);
                yield Exit.ERROR;
            }
            case Pull.Result.Refused _ -> stopped("refused", obstacles, Exit.REFUSED, console);
            case Pull.Result.Unrelated _ -> stopped("unrelated", obstacles, Exit.REFUSED, console);
            case Pull.Result.Rewritten _ -> stopped("rewritten", obstacles, Exit.REFUSED, console);
            case Pull.Result.NothingThere _ -> stopped("nothing_there", obstacles, Exit.ERROR, console);
            case Pull.Result.Conflict _ -> stopped("conflict", obstacles, Exit.ERROR, console);
            case Pull.Result.Uncommitted _ -> stopped("uncommitted", obstacles, Exit.ERROR, console);
        };
    }

    private Exit stopped(String why, List<String> lines, Exit exit, Console console) {
        lines.forEach(console::complain);
        if (options().asJson()) {
            console.json(Tree.map()
                    .put("stopped", why)
                    .put(
                            "messages",
                            Tree.list(lines.stream()
                                    .map(console::inFull)
                                    .map(Tree::text)
                                    .toList()))
                    .build());
        }
        return exit;
    }

    private void upToDate(Target target, int ahead, Console console) {
        if (options().asJson()) {
            console.json(Tree.map()
                    .put("changed", Tree.literal(false))
                    .put("ahead", Tree.literal(ahead))
                    .build());
            return;
        }
        console.next(target.name() + " has nothing new."
                + (ahead > 0 ? " It lacks " + PullText.commits(ahead) + " of this machine; run: twin push" : ""));
    }

    private void show(Pull.Result.Pulled pulled, Console console) {
        pulled.unreadable().forEach(problem -> console.complain(problem.toString()));
        if (options().asJson()) {
            console.json(PullText.tree(pulled));
        } else {
            PullText.of(pulled).forEach(console::next);
        }
    }
}
