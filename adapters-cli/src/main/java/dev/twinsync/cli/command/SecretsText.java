package dev.twinsync.cli.command;

import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.SecretFound;
import java.util.ArrayList;
import java.util.List;

/** Secrets that were refused, for people and for programs. */
public final class SecretsText {

    private static final int MOST = 20;

    private SecretsText() {}

    /** One a line; those after the first few are counted. */
    public static List<String> of(List<Leak> leaks) {
        var lines =
                new ArrayList<>(leaks.stream().limit(MOST).map(Leak::toString).toList());
        if (leaks.size() > MOST) {
            lines.add("and " + (leaks.size() - MOST) + " more; for all of them, run the command with --output json");
        }
        return lines;
    }

    public static Tree tree(SecretFound found) {
        return Tree.map()
                .put("refused", "secret")
                .put("message", found.getMessage())
                .put("secrets", tree(found.leaks()))
                .build();
    }

    public static Tree tree(List<Leak> leaks) {
        return Tree.list(leaks.stream().map(SecretsText::tree).toList());
    }

    private static Tree tree(Leak leak) {
        return Tree.map()
                .put("file", leak.file())
                .put("line", Tree.literal(leak.line()))
                .put("rule", leak.rule())
                .put("masked", leak.masked())
                .put("fingerprint", leak.fingerprint())
                .build();
    }
}
