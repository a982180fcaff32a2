package dev.twinsync.git.commit;

import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.git.folder.GitFolder;
import dev.twinsync.git.folder.Identity;
import dev.twinsync.git.folder.OnceGitIsDone;
import dev.twinsync.git.work.WorkTree;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What of a work tree is or could be committed. Git is opened for each question and closed behind it.
 *
 * @param gate what is committed has to pass
 */
public record CommitsOfPaths(GitFolder git, WorkTree workTree, Identity identity, SecretGate gate) {

    private static final OnceGitIsDone ONCE_GIT_IS_DONE = new OnceGitIsDone(Duration.ofSeconds(3));

    /** The paths of what the last commit has otherwise. */
    public List<String> changed(Coverage coverage) throws IOException {
        return withGit((_, commits) -> commits.changed(coverage));
    }

    public List<Leak> leaks(Coverage coverage) throws IOException {
        return withGit((_, commits) -> commits.leaks(coverage));
    }

    /**
     * The name of the commit; empty where there was no reason for one.
     *
     * @param reasons what is worth one
     * @param along what goes with it
     */
    public Optional<String> make(String message, Coverage reasons, Coverage along) throws IOException {
        return ONCE_GIT_IS_DONE.run(() -> withGit(
                (repository, commits) -> commits.make(message, identity.of(repository.getConfig()), reasons, along)
                        .map(ObjectId::name)));
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(FileRepository repository, PathCommit commits) throws IOException;
    }

    private <T> T withGit(Work<T> work) throws IOException {
        return git.with(repository -> {
            var last = new LastCommit(repository, git.head().map(ObjectId::fromString));
            return work.run(repository, new PathCommit(repository, last, workTree, gate));
        });
    }
}
