package dev.twinsync.os.logs;

import dev.twinsync.os.Self;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether somebody may read all of the journal.
 *
 * @param root the folder that stands for {@code /}
 */
public record JournalRights(Path root, Self self) {

    /** Why not, with the remedy; empty: they may. */
    public Optional<String> objection() {
        try {
            new JournalAccess(root, self).check();
            return Optional.empty();
        } catch (Unread reason) {
            return Optional.of(reason.getMessage());
        }
    }
}
