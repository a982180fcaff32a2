package dev.twinsync.cli.remote;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.flow.remote.Pull;
import dev.twinsync.flow.remote.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Why nothing came by a pull, and what to do about it. */
final class PullObstacles {

    private PullObstacles() {}

    /** In sentences; none where something did, where there was nothing to come, and where another twin is at work. */
    static List<String> of(Pull.Result result, Path root) {
        return switch (result) {
            case Pull.Result.Pulled _, Pull.Result.UpToDate _, Pull.Result.Locked _ -> List.of();
            case Pull.Result.Unreadable(var problems) ->
                problems.stream().map(Problem::toString).toList();
            case Pull.Result.Failed(var _, var _, var sentence) -> List.of(sentence);
            case Pull.Result.Refused refused -> refused(refused);
            case Pull.Result.Unrelated unrelated -> unrelated(unrelated);
            case Pull.Result.Rewritten rewritten -> rewritten(rewritten, root);
            case Pull.Result.NothingThere(var target) -> nothingThere(target);
            case Pull.Result.Conflict conflict -> conflict(conflict, root);
            case Pull.Result.Uncommitted uncommitted -> uncommitted(uncommitted, root);
        };
    }

    private static List<String> refused(Pull.Result.Refused refused) {
        return Stream.concat(
                        Stream.of(
                                "what " + refused.target().name() + " has must not come in, and nothing was changed:"),
                        refused.objections().stream())
                .toList();
    }

    private static List<String> unrelated(Pull.Result.Unrelated unrelated) {
        return List.of(unrelated.target().address()
                + " has no commit in common with this repository: it is another one. Nothing was changed; to use it here,"
                + " clone it into a folder of its own, and name that with --repo");
    }

    private static List<String> rewritten(Pull.Result.Rewritten rewritten, Path root) {
        var ref = "refs/remotes/" + rewritten.target().name() + "/"
                + rewritten.target().branch();
        return List.of(
                "the history of " + rewritten.target().name() + " was rewritten: it no longer has "
                        + rewritten.known().substring(0, 10) + ", which it had before. Nothing was changed",
                "If you know who did that and why: git -C " + ShellWord.of(root) + " update-ref -d " + ref
                        + " && twin pull");
    }

    private static List<String> nothingThere(Target target) {
        return List.of(target.name() + " has no branch " + target.branch() + " yet; run: twin push");
    }

    private static List<String> conflict(Pull.Result.Conflict conflict, Path root) {
        var git = "git -C " + ShellWord.of(root) + " ";
        var target = conflict.target();
        return List.of(
                "both this machine and " + target.name() + " changed " + PullText.listed(conflict.paths())
                        + ". Nothing was changed",
                "To bring them together: " + git + "rebase --autostash " + target.name() + "/" + target.branch()
                        + ", edit each file between <<<<<<< and >>>>>>>, " + git + "add FILE, " + git
                        + "rebase --continue, then twin pull",
                "To see what the other side says: " + git + "diff HEAD..." + target.name() + "/" + target.branch()
                        + " -- " + String.join(" ", conflict.paths()));
    }

    private static List<String> uncommitted(Pull.Result.Uncommitted uncommitted, Path root) {
        var git = "git -C " + ShellWord.of(root) + " ";
        var paths = String.join(" ", uncommitted.paths());
        return List.of(
                "what would be changed holds edits that were never committed: " + PullText.listed(uncommitted.paths())
                        + ". Nothing was changed",
                "Commit them: " + git + "add -- " + paths + " && " + git + "commit -m \"My changes\", or drop them: "
                        + git + "checkout HEAD -- " + paths + "; then twin pull");
    }
}
