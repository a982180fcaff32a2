package dev.twinsync.cli.remote;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.remote.AskedFor;
import dev.twinsync.flow.remote.Pull;
import dev.twinsync.flow.remote.Target;
import dev.twinsync.port.RepoCommit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came by a pull, or why nothing did. What commits say comes from whoever made them. */
final class PullText {

    private static final int MOST_COMMITS = 20;
    private static final int MOST_THINGS = 100;
    private static final int LONGEST = 160;

    private PullText() {}

    static List<String> of(Pull.Result.Pulled pulled) {
        var lines = new ArrayList<>(brought(pulled));
        lines.add(
                pulled.unreadable().isEmpty()
                        ? "Nothing was changed on the machine. Next: twin plan"
                        : "Nothing was changed on the machine. What cannot be read now has to be mended first: here, or there"
                                + " and then: twin pull");
        return lines;
    }

    /** What came, and no advice. */
    static List<String> brought(Pull.Result.Pulled pulled) {
        var lines = new ArrayList<String>();
        lines.add("Pulled " + commits(pulled.commits().size()) + " from "
                + pulled.target().name()
                + (pulled.done().rebased() > 0 ? ", with " + pulled.done().rebased() + " of this machine on top" : ""));
        pulled.commits().stream().limit(MOST_COMMITS).forEach(commit -> lines.add("  " + line(commit)));
        more(pulled.commits().size() - MOST_COMMITS, lines);
        if (!pulled.asks().isEmpty()) {
            lines.add("They ask for");
            pulled.asks().stream().limit(MOST_THINGS).forEach(asked -> lines.add("  " + line(asked)));
            more(pulled.asks().size() - MOST_THINGS, lines);
        }
        others(pulled).ifPresent(lines::add);
        if (!pulled.done().kept().isEmpty()) {
            lines.add("Kept as this machine wrote it: " + listed(pulled.done().kept()));
        }
        return lines.stream().map(Printable::of).toList();
    }

    private static Optional<String> others(Pull.Result.Pulled pulled) {
        var others = pulled.others().stream()
                .filter(path -> !pulled.done().kept().contains(path))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("They also change how twin works or what is said of it: " + listed(others));
    }

    private static String line(RepoCommit commit) {
        return commit.id().substring(0, 10) + " " + commit.time() + " " + Shortened.to(LONGEST, commit.who()) + ": "
                + Shortened.to(LONGEST, commit.title());
    }

    private static String line(AskedFor asked) {
        return switch (asked.change()) {
            case NEW -> "+ " + asked.thing() + "  " + Shortened.to(LONGEST, asked.wish());
            case CHANGED -> "~ " + asked.thing() + "  " + Shortened.to(LONGEST, asked.wish());
            case GONE -> "  " + asked.thing() + "  no longer declared, and left as it is";
        };
    }

    private static void more(int number, List<String> lines) {
        if (number > 0) {
            lines.add("  and " + number + " more");
        }
    }

    private static String listed(List<String> paths) {
        return paths.stream().limit(MOST_COMMITS).collect(Collectors.joining(", "))
                + (paths.size() > MOST_COMMITS ? " and " + (paths.size() - MOST_COMMITS) + " more" : "");
    }

    static Tree tree(Pull.Result.Pulled pulled) {
        return Tree.map()
                .put("changed", Tree.literal(true))
                .put("before", pulled.done().before())
                .put("after", pulled.done().after())
                .put("rebased", Tree.literal(pulled.done().rebased()))
                .put(
                        "commits",
                        Tree.list(pulled.commits().stream().map(PullText::tree).toList()))
                .put(
                        "asks",
                        Tree.list(pulled.asks().stream().map(PullText::tree).toList()))
                .put("others", texts(pulled.others()))
                .put("kept", texts(pulled.done().kept()))
                .put(
                        "problems",
                        texts(pulled.unreadable().stream().map(Object::toString).toList()))
                .build();
    }

    private static Tree tree(RepoCommit commit) {
        return Tree.map()
                .put("id", commit.id())
                .put("time", commit.time().toString())
                .put("author", commit.author())
                .put("title", commit.title())
                .build();
    }

    private static Tree tree(AskedFor asked) {
        return Tree.map()
                .put("change", asked.change().name().toLowerCase(Locale.ROOT))
                .put("thing", asked.thing())
                .put("wish", asked.wish())
                .build();
    }

    private static Tree texts(List<String> texts) {
        return Tree.list(texts.stream().map(Tree::text).toList());
    }

    /** Why nothing came, in sentences; none where something did, where there was nothing to come, and where another twin is at work. */
    static List<String> obstacles(Pull.Result result, Path root) {
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
                "both this machine and " + target.name() + " changed " + listed(conflict.paths())
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
                "what would be changed holds edits that were never committed: " + listed(uncommitted.paths())
                        + ". Nothing was changed",
                "Commit them: " + git + "add -- " + paths + " && " + git + "commit -m \"My changes\", or drop them: "
                        + git + "checkout HEAD -- " + paths + "; then twin pull");
    }

    /** In words: {@code 1 commit}. */
    static String commits(int number) {
        return number + (number == 1 ? " commit" : " commits");
    }
}
