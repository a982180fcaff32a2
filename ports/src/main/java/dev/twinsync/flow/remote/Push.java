package dev.twinsync.flow.remote;

import dev.twinsync.port.CodeHost;
import dev.twinsync.port.CommitLeak;
import dev.twinsync.port.Remote;
import dev.twinsync.port.RemoteName;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.SharedHistory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Sends the commits of this repository to a remote one, where nobody reads them who must not. */
public final class Push {

    private final RepoView repo;
    private final SharedHistory history;
    private final Remote remote;
    private final CodeHost host;

    public Push(RepoView repo, SharedHistory history, Remote remote, CodeHost host) {
        this.repo = repo;
        this.history = history;
        this.remote = remote;
        this.host = host;
    }

    /** How it ended. */
    public sealed interface Result {

        /**
         * @param before what the remote had; empty: no such branch
         * @param unchecked why it is not known who may read there
         * @param objections why the pull of another machine will not take what was sent, each in a sentence
         */
        record Pushed(
                Target target,
                Optional<String> before,
                String after,
                Optional<String> unchecked,
                List<String> objections)
                implements Result {
            public Pushed {
                objections = List.copyOf(objections);
            }
        }

        record UpToDate(Target target, String commit) implements Result {}

        /** @param before what the remote has; empty: nothing of this branch */
        record Leaking(Target target, Optional<String> before, List<CommitLeak> leaks) implements Result {}

        /** Everybody may read there. */
        record Public(Target target) implements Result {}

        record Failed(Target target, Remote.Trouble trouble, String sentence) implements Result {}
    }

    /** @param allowPublic whether everybody may read what is sent */
    public Result push(Optional<RemoteName> named, boolean allowPublic) throws IOException {
        var target = Target.of(history, named);
        var head = repo.head().orElseThrow(() -> new IOException("nothing is committed yet; run: twin init"));
        return switch (host.visibility(target.address())) {
            case CodeHost.Visibility.Public() ->
                allowPublic ? send(target, head, Optional.empty()) : new Result.Public(target);
            case CodeHost.Visibility.Private(), CodeHost.Visibility.NotKept() -> send(target, head, Optional.empty());
            case CodeHost.Visibility.Unknown(var reason) -> send(target, head, Optional.of(reason));
        };
    }

    /** What the remote has is asked of itself: what was noted of it may be old or wrong. */
    private Result send(Target target, String head, Optional<String> unchecked) throws IOException {
        return switch (remote.tip(target.address(), target.branch())) {
            case Remote.Answer.Failed<Optional<String>>(var trouble, var sentence) ->
                new Result.Failed(target, trouble, sentence);
            case Remote.Answer.Given<Optional<String>>(var tip) -> {
                if (tip.equals(Optional.of(head))) {
                    history.note(target.name(), target.branch(), head);
                    yield new Result.UpToDate(target, head);
                }
                if (tip.isPresent() && !history.isPartOf(tip.get(), head)) {
                    var trouble = Remote.Trouble.NOT_FAST_FORWARD;
                    yield new Result.Failed(
                            target, trouble, target.address() + " has commits that are not here; run: twin pull");
                }
                yield sendUnlessLeaking(target, tip, head, unchecked);
            }
        };
    }

    private Result sendUnlessLeaking(Target target, Optional<String> tip, String head, Optional<String> unchecked)
            throws IOException {
        var leaks = history.leaks(tip);
        if (!leaks.isEmpty()) {
            return new Result.Leaking(target, tip, leaks);
        }
        var objections = history.objectionsElsewhere(tip);
        return switch (remote.push(target.address(), head, target.branch())) {
            case Remote.Answer.Failed<String>(var trouble, var sentence) ->
                new Result.Failed(target, trouble, sentence);
            case Remote.Answer.Given<String>(var sent) -> {
                history.note(target.name(), target.branch(), sent);
                yield new Result.Pushed(target, tip, sent, unchecked, objections);
            }
        };
    }
}
