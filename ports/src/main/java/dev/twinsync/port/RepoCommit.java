package dev.twinsync.port;

import java.time.Instant;
import java.util.List;

/**
 * One commit of a repository. What it says comes from whoever made it, so it is escaped where it is shown.
 *
 * @param id in full, 40 hexadecimal digits
 * @param time when it was made, as its maker's clock had it
 * @param author as Git has it: {@code Alice <alice@example.org>}
 * @param message in full, without blank lines at its end
 * @param paths of the files that it added, changed or took away, in order; of a merge those that differ from every parent
 */
public record RepoCommit(String id, Instant time, String author, String message, List<String> paths) {

    public RepoCommit {
        paths = List.copyOf(paths);
    }

    /** The first line of the message. */
    public String title() {
        return message.lines().findFirst().orElse("");
    }

    /** The author's name without the address; the address where there is no name. */
    public String who() {
        int address = author.indexOf('<');
        return address > 0 ? author.substring(0, address).strip() : author;
    }
}
