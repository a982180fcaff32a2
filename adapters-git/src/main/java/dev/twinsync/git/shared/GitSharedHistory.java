package dev.twinsync.git.shared;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.git.folder.GitBounds;
import dev.twinsync.git.folder.GitFolder;
import dev.twinsync.git.folder.Identity;
import dev.twinsync.git.past.Ancestry;
import dev.twinsync.git.work.BranchLock;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.git.work.WorkTree;
import dev.twinsync.port.BranchName;
import dev.twinsync.port.CommitLeak;
import dev.twinsync.port.RemoteAddress;
import dev.twinsync.port.RemoteName;
import dev.twinsync.port.SecretGate;
import dev.twinsync.port.SharedHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;

/** By JGit's store of objects alone: what is done with commits is twin's own code. */
public final class GitSharedHistory implements SharedHistory {

    private final Path root;
    private final GitFolder folder;
    private final Identity identity;
    private final SecretGate gate;

    /**
     * @param root the work tree
     * @param home where the user keeps {@code .gitconfig}, of which only the name and the address are read
     * @param gate what is sent has to pass
     */
    public GitSharedHistory(Path root, Path home, SecretGate gate) {
        this.root = root.toAbsolutePath().normalize();
        this.folder = new GitFolder(this.root);
        this.identity = new Identity(home);
        this.gate = gate;
    }

    @Override
    public SortedMap<String, RemoteAddress> remotes() throws IOException {
        return folder.inWords(
                "read the remotes of " + root, () -> knownRemotes().all());
    }

    @Override
    public boolean add(RemoteName name, RemoteAddress address) throws IOException {
        return folder.inWords("add a remote to " + root, () -> knownRemotes().add(name, address));
    }

    private KnownRemotes knownRemotes() throws IOException {
        new GitBounds(folder.path()).check();
        return new KnownRemotes(folder.path().resolve("config"));
    }

    @Override
    public BranchName branch() throws IOException {
        return withGit("read the branch of " + root, git -> {
            var full = String.valueOf(git.getFullBranch());
            if (!full.startsWith(Constants.R_HEADS)) {
                Joining.refuseUnfinished(git);
                throw new RepoFault("no branch is checked out in " + root + "; go to one first: git -C "
                        + ShellWord.of(root) + " switch main");
            }
            try {
                return new BranchName(full.substring(Constants.R_HEADS.length()));
            } catch (IllegalArgumentException refused) {
                throw new RepoFault(refused.getMessage());
            }
        });
    }

    @Override
    public Optional<String> known(RemoteName remote, BranchName branch) throws IOException {
        return withGit(
                "read what is known of " + remote,
                git -> Optional.ofNullable(git.exactRef(tracking(remote, branch)))
                        .map(ref -> ref.getObjectId().name()));
    }

    @Override
    public void note(RemoteName remote, BranchName branch, String commit) throws IOException {
        withGit("note what " + remote + " has", git -> {
            var update = git.updateRef(tracking(remote, branch));
            update.setNewObjectId(ObjectId.fromString(commit));
            update.setForceUpdate(true);
            update.disableRefLog();
            var result = update.update();
            if (result == RefUpdate.Result.LOCK_FAILURE || result == RefUpdate.Result.IO_FAILURE) {
                throw new RepoFault(BranchLock.of(git, update.getName()).objection(result));
            }
            return true;
        });
    }

    private static String tracking(RemoteName remote, BranchName branch) {
        return Constants.R_REMOTES + remote + "/" + branch;
    }

    @Override
    public boolean isPartOf(String commit, String other) throws IOException {
        return withGit(
                "compare commits",
                git -> new Ancestry(git).isPartOf(ObjectId.fromString(commit), ObjectId.fromString(other)));
    }

    @Override
    public Incoming incoming(String theirs) throws IOException {
        return withGit("look at what was fetched", git -> joining(git).incoming(ObjectId.fromString(theirs)));
    }

    @Override
    public Joined join(String theirs, String message) throws IOException {
        return withGit("bring in what was fetched", git -> joining(git).join(ObjectId.fromString(theirs), message));
    }

    @Override
    public boolean finish() throws IOException {
        return JoinNote.isThere(folder.path())
                && withGit("finish what was being pulled", git -> joining(git).finish());
    }

    private Joining joining(FileRepository git) throws IOException {
        return new Joining(git, new WorkTree(root), identity.of(git.getConfig()));
    }

    @Override
    public List<CommitLeak> leaks(Optional<String> theirs) throws IOException {
        return withGit("look for secrets in what would be sent", git -> {
            var own = Joining.head(git);
            return new OutgoingScan(git, gate).of(own, theirs.map(ObjectId::fromString));
        });
    }

    @Override
    public List<String> objectionsElsewhere(Optional<String> theirs) throws IOException {
        return withGit(
                "look at what would be sent",
                git -> joining(git).objectionsElsewhere(theirs.map(ObjectId::fromString)));
    }

    @FunctionalInterface
    private interface GitWork<T> {
        T run(FileRepository git) throws IOException;
    }

    /** Nothing is done in a repository of somebody else. */
    private <T> T withGit(String doing, GitWork<T> work) throws IOException {
        return folder.inWords(doing, () -> {
            try (var git = folder.open()) {
                return work.run(git);
            }
        });
    }
}
