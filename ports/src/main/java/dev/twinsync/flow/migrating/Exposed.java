package dev.twinsync.flow.migrating;

import dev.twinsync.domain.secrets.Leak;
import java.util.Optional;

/**
 * A secret that the predecessor let lie in the open.
 *
 * @param commit the newest one that has it; empty: it stands in a file that is there now
 */
public record Exposed(Leak leak, Optional<String> commit) {

    /** Where it stands: {@code config.yaml:5}, {@code config.yaml:5 of commit 0123abc}. */
    public String place() {
        return leak.file() + ":" + leak.line()
                + commit.map(id -> " of commit " + id).orElse("");
    }
}
