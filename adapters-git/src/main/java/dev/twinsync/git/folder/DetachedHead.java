package dev.twinsync.git.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The commit that is checked out itself, where no branch is: what is committed then is on none, and git forgets it in time.
 *
 * @param git the folder {@code .git}
 * @param before the commit; empty: a branch is checked out, or nobody can tell
 */
public record DetachedHead(Path git, Optional<String> before) {

    public static DetachedHead of(Path root) {
        var git = root.resolve(".git");
        return new DetachedHead(git, now(git));
    }

    /** The commit that was made since and is on no branch. */
    public Optional<String> madeSince() {
        return before.flatMap(_ -> now(git)).filter(commit -> !before.get().equals(commit));
    }

    /** Who cannot read it commits nothing either, and says why. */
    private static Optional<String> now(Path git) {
        try {
            return Files.isRegularFile(git.resolve("HEAD")) ? new GitHead(git).detached() : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
