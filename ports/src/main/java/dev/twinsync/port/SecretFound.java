package dev.twinsync.port;

import dev.twinsync.domain.secrets.Leak;
import java.io.IOException;
import java.util.List;

/** Something looks like a secret that would be committed, so nothing is. */
public final class SecretFound extends IOException {

    private static final long serialVersionUID = 1;
    private final transient List<Leak> leaks;

    /** @param leaks at least one */
    public SecretFound(List<Leak> leaks) {
        super(words(leaks));
        this.leaks = List.copyOf(leaks);
    }

    /** Nothing happens where there are none. */
    public static void refuse(List<Leak> leaks) throws SecretFound {
        if (!leaks.isEmpty()) {
            throw new SecretFound(leaks);
        }
    }

    public List<Leak> leaks() {
        return leaks;
    }

    private static String words(List<Leak> leaks) {
        var first = leaks.getFirst();
        return "refused to commit "
                + (leaks.size() == 1 ? "what looks like a secret" : leaks.size() + " secrets, the first")
                + " in " + first.file() + ":" + first.line() + " (" + first.rule()
                + "). Take it out of the file: put it into one of its own that only its owner may read, outside of the"
                + " repository, and name that file. If it is none, or may be seen: twin config allow-secret "
                + first.fingerprint();
    }
}
