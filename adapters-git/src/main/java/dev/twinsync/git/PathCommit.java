package dev.twinsync.git;

import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.RepositoryState;

/**
 * One commit of what stands below some paths, made of the last commit's tree and nothing else that is staged. It is put
 * together from objects: no hook, filter or signature has a place in it.
 */
final class PathCommit {

    private static final Set<RepositoryState> CALM = Set.of(RepositoryState.SAFE, RepositoryState.BISECTING);

    private final FileRepository git;
    private final LastCommit last;
    private final WorkTree workTree;
    private final SecretGate gate;

    PathCommit(FileRepository git, LastCommit last, WorkTree workTree, SecretGate gate) {
        this.git = git;
        this.last = last;
        this.workTree = workTree;
        this.gate = gate;
    }

    /** What the gate would refuse of what changed below these paths. */
    List<Leak> leaks(Coverage coverage) throws IOException {
        var before = last.files();
        var inspection = new Inspection(gate, before);
        var notes = IndexNotes.of(readIndex(), git);
        for (WorkFile file : candidates(notes, before).below(coverage, Set.of())) {
            if (inspection.known(file, notes).isEmpty()) {
                inspection.pass(file, _ -> ObjectId.zeroId());
            }
        }
        return inspection.leaks();
    }

    private DirCache readIndex() throws IOException {
        try {
            return git.readDirCache();
        } catch (IOException broken) {
            throw damaged(broken);
        }
    }

    private RepoFault damaged(IOException broken) {
        return new RepoFault("the index of Git is damaged or of a kind that twin cannot read (" + broken.getMessage()
                + "): make it anew with rm .git/index and git reset in " + workTree.root());
    }

    private Candidates candidates(IndexNotes notes, DirCache before) {
        return new Candidates(workTree, new IgnoreRules(workTree.root()), notes, before);
    }

    /**
     * The new commit; empty where nothing had changed below the paths.
     *
     * @param along what goes in too, where there is a commit
     */
    Optional<ObjectId> make(String message, PersonIdent who, Coverage paths, Coverage along) throws IOException {
        if (!CALM.contains(git.getRepositoryState())) {
            throw new RepoFault("a merge, rebase or the like is not finished ("
                    + git.getRepositoryState().getDescription() + "): finish or abort it with git first");
        }
        var index = lockIndex();
        try (var blobs = new Blobs(git)) {
            var files = files(index, blobs, paths, along);
            return files.isEmpty()
                    ? Optional.empty()
                    : Optional.of(make(index, blobs, paths.and(along), files.get(), message, who));
        } finally {
            index.unlock();
        }
    }

    private DirCache lockIndex() throws IOException {
        try {
            return git.lockDirCache();
        } catch (LockFailedException taken) {
            throw taken;
        } catch (IOException broken) {
            throw damaged(broken);
        }
    }

    /** All that is to stand below the paths; empty where that is what the last commit has below those that count. */
    private Optional<List<DirCacheEntry>> files(DirCache index, Blobs blobs, Coverage paths, Coverage along)
            throws IOException {
        var before = last.files();
        var notes = IndexNotes.of(index, git);
        var candidates = candidates(notes, before);
        var inspection = new Inspection(gate, before);
        var reasons = candidates.below(paths, Set.of());
        var files = new ArrayList<>(blobs.entries(reasons, notes, inspection));
        if (inspection.leaks().isEmpty() && isUnchanged(before, paths.replace(last.files(), files))) {
            return Optional.empty();
        }
        var met = reasons.stream().map(WorkFile::path).collect(Collectors.toSet());
        var others = candidates.below(along, along.names()).stream()
                .filter(file -> !met.contains(file.path()))
                .toList();
        files.addAll(blobs.entries(others, notes, inspection));
        inspection.refuseIfLeaking();
        return Optional.of(files);
    }

    private static boolean isUnchanged(DirCache before, DirCache after) {
        return before.getEntryCount() == after.getEntryCount()
                && IntStream.range(0, before.getEntryCount())
                        .allMatch(index -> isSame(before.getEntry(index), after.getEntry(index)));
    }

    private static boolean isSame(DirCacheEntry one, DirCacheEntry other) {
        return one.getPathString().equals(other.getPathString())
                && one.getFileMode() == other.getFileMode()
                && one.getObjectId().equals(other.getObjectId());
    }

    private ObjectId make(
            DirCache index, Blobs blobs, Coverage coverage, List<DirCacheEntry> files, String message, PersonIdent who)
            throws IOException {
        var tree = coverage.replace(last.files(), files).writeTree(blobs.inserter());
        coverage.replace(index, files);
        index.write();
        var commit = insert(blobs.inserter(), tree, message, who);
        blobs.flush();
        moveBranch(commit, message, who);
        if (!index.commit()) {
            throw new RepoFault("the commit is made, but Git's index could not be replaced: run git reset --mixed");
        }
        return commit;
    }

    private ObjectId insert(ObjectInserter inserter, ObjectId tree, String message, PersonIdent who)
            throws IOException {
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        last.id().ifPresent(commit::setParentId);
        commit.setAuthor(who);
        commit.setCommitter(who);
        commit.setMessage(message.endsWith("\n") ? message : message + "\n");
        return inserter.insert(commit);
    }

    private void moveBranch(ObjectId to, String message, PersonIdent who) throws IOException {
        var update = git.updateRef("HEAD");
        update.setExpectedOldObjectId(last.id().orElse(ObjectId.zeroId()));
        update.setNewObjectId(to);
        update.setRefLogIdent(who);
        update.setRefLogMessage("commit: " + message.lines().findFirst().orElse(""), false);
        var result = update.update();
        if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
            throw new RepoFault("the branch could not be moved to the new commit (" + result
                    + "): another Git command was at work; try again");
        }
    }
}
