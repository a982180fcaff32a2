package dev.twinsync.cli.remote;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.remote.Push;
import dev.twinsync.flow.remote.Target;
import dev.twinsync.port.Remote.Trouble;
import dev.twinsync.port.RemoteName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "push",
        description =
                "Send the commits of this repository to its remote, after looking through all of them for secrets.",
        footer = {
            "Nothing that the remote has is ever overwritten.",
            "Exit codes: 0 sent or up to date, 1 it did not work, 8 refused: a secret, or everybody may read there."
        })
public final class PushCommand extends RepoCommand {

    @Mixin
    private RemoteOption named;

    @Option(names = "--allow-public", description = "Also to a repository that everybody may read.")
    private boolean allowPublic;

    @Override
    protected Optional<RemoteName> remote() {
        return named.name();
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var result = of(wiring).push(remote(), allowPublic);
        var obstacles = PushObstacles.of(result, wiring.repo().root());
        return switch (result) {
            case Push.Result.Pushed(var target, var before, var after, var unchecked, var objections) -> {
                unchecked.ifPresent(console::complain);
                objections.forEach(objection -> console.complain("a twin pull elsewhere will refuse this: "
                        + Printable.of(objection) + "; take it out of the repository, commit, and push again"));
                tell(
                        target,
                        after,
                        Optional.of(objections),
                        "Sent " + (before.isPresent() ? "" : "the first commits, up to ") + after.substring(0, 10)
                                + " to " + target.name(),
                        console);
                yield Exit.OK;
            }
            case Push.Result.UpToDate(var target, var commit) -> {
                tell(target, commit, Optional.empty(), target.name() + " has all of it already.", console);
                yield Exit.OK;
            }
            case Push.Result.Leaking(var _, var _, var leaks) ->
                refused(Tree.map().put("refused", "secret").put("secrets", LeaksText.tree(leaks)), obstacles, console);
            case Push.Result.Public _ ->
                refused(
                        Tree.map().put("refused", "public").put("message", String.join("; ", obstacles)),
                        obstacles,
                        console);
            case Push.Result.Failed(var _, var trouble, var sentence) -> failed(trouble, sentence, console);
        };
    }

    static Push of(Wiring wiring) throws IOException {
        var sharing = wiring.sharing();
        return new Push(wiring.repo(), sharing.history(), sharing.remote(), sharing.host(false));
    }

    /** @param sent what will be objected to of what was sent; empty: nothing was */
    private void tell(Target target, String commit, Optional<List<String>> sent, String sentence, Console console) {
        if (options().asJson()) {
            var map = Tree.map()
                    .put("remote", target.name().text())
                    .put("branch", target.branch().text())
                    .put("commit", commit)
                    .put("sent", Tree.literal(sent.isPresent()));
            sent.ifPresent(objections -> map.put(
                    "objections", Tree.list(objections.stream().map(Tree::text).toList())));
            console.json(map.build());
        } else {
            console.line(Printable.of(sentence));
        }
    }

    private Exit refused(Tree.MapBuilder facts, List<String> obstacles, Console console) {
        obstacles.forEach(console::complain);
        if (options().asJson()) {
            console.json(facts.build());
        }
        return Exit.REFUSED;
    }

    private Exit failed(Trouble trouble, String sentence, Console console) {
        RemoteTrouble.tell(trouble, sentence, options(), console);
        return Exit.ERROR;
    }
}
