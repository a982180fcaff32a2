package dev.twinsync.cli.remote;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.CommitLeak;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Secrets in commits that were not sent, for people and for programs, and what to do about them. */
final class LeaksText {

    private static final int MOST = 20;

    private LeaksText() {}

    static List<String> of(List<CommitLeak> leaks) {
        var lines = new ArrayList<>(
                leaks.stream().limit(MOST).map(CommitLeak::toString).toList());
        if (leaks.size() > MOST) {
            lines.add("and " + (leaks.size() - MOST) + " more; for all of them: twin push --output json");
        }
        return lines;
    }

    /** @param before what the remote has; empty: nothing */
    static List<String> wayOut(Path root, Optional<String> before, List<CommitLeak> leaks) {
        var git = "git -C " + ShellWord.of(root) + " ";
        var together = before.map(tip -> git + "reset --soft " + tip.substring(0, 10))
                .orElseGet(() -> git + "update-ref -d HEAD");
        return List.of(
                "nothing was sent: what a commit holds stays in the history, also where a later one takes it away",
                "If it is none, or may be seen by who reads there: twin config allow-secret "
                        + leaks.getFirst().leak().fingerprint(),
                "Else take it out of the file, then make one commit of all that was not sent: " + together + " && "
                        + git + "add -A && " + git + "commit -m \"State of this machine\"",
                "If it ever was sent anywhere, change the secret itself: nothing takes it back");
    }

    static Tree tree(List<CommitLeak> leaks) {
        return Tree.list(leaks.stream().map(LeaksText::tree).toList());
    }

    private static Tree tree(CommitLeak found) {
        var leak = found.leak();
        return Tree.map()
                .put("commit", found.commit())
                .put("file", leak.file())
                .put("line", Tree.literal(leak.line()))
                .put("rule", leak.rule())
                .put("masked", leak.masked())
                .put("fingerprint", leak.fingerprint())
                .build();
    }
}
