package dev.twinsync.cli.remote;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.remote.AskedFor;
import dev.twinsync.flow.remote.Pull;
import dev.twinsync.port.RepoCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What came by a pull, or why nothing did. What commits say comes from whoever made them. */
final class PullText {

    private static final int MOST_COMMITS = 20;
    private static final int MOST_THINGS = 100;
    private static final int LONGEST = 160;

    private PullText() {}

    static List<String> of(Pull.Result.Pulled pulled) {
        var lines = new ArrayList<>(brought(pulled, UnaryOperator.identity()));
        lines.add(
                pulled.unreadable().isEmpty()
                        ? "Nothing was changed on the machine. Next: twin plan"
                        : "Nothing was changed on the machine. What cannot be read now has to be mended first: here, or there"
                                + " and then: twin pull");
        return lines;
    }

    /** What came, and no advice. @param words in which what others wrote is told, before it is shortened */
    static List<String> brought(Pull.Result.Pulled pulled, UnaryOperator<String> words) {
        var lines = new ArrayList<String>();
        lines.add("Pulled " + commits(pulled.commits().size()) + " from "
                + pulled.target().name()
                + (pulled.done().rebased() > 0 ? ", with " + pulled.done().rebased() + " of this machine on top" : ""));
        pulled.commits().stream().limit(MOST_COMMITS).forEach(commit -> lines.add("  " + line(commit, words)));
        more(pulled.commits().size() - MOST_COMMITS, lines);
        if (!pulled.asks().isEmpty()) {
            lines.add("They ask for");
            pulled.asks().stream().limit(MOST_THINGS).forEach(asked -> lines.add("  " + line(asked, words)));
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

    private static String line(RepoCommit commit, UnaryOperator<String> words) {
        return commit.id().substring(0, 10) + " " + commit.time() + " "
                + Shortened.to(LONGEST, words.apply(commit.who())) + ": "
                + Shortened.to(LONGEST, words.apply(commit.title()));
    }

    private static String line(AskedFor asked, UnaryOperator<String> words) {
        return switch (asked.change()) {
            case NEW -> "+ " + asked.thing() + "  " + Shortened.to(LONGEST, words.apply(asked.wish()));
            case CHANGED -> "~ " + asked.thing() + "  " + Shortened.to(LONGEST, words.apply(asked.wish()));
            case GONE -> "  " + asked.thing() + "  no longer declared, and left as it is";
        };
    }

    private static void more(int number, List<String> lines) {
        if (number > 0) {
            lines.add("  and " + number + " more");
        }
    }

    static String listed(List<String> paths) {
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

    /** In words: {@code 1 commit}. */
    static String commits(int number) {
        return number + (number == 1 ? " commit" : " commits");
    }
}
