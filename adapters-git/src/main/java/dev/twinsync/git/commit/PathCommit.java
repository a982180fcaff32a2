package dev.twinsync.git.commit;

import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.git.index.GitIndex;
import dev.twinsync.git.index.IndexLock;
import dev.twinsync.git.index.IndexNotes;
import dev.twinsync.git.index.Inspection;
import dev.twinsync.git.index.MissingIndex;
import dev.twinsync.git.index.StrangeIndex;
import dev.twinsync.git.work.BranchLock;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.git.work.TreeFile;
import dev.twinsync.git.work.WorkFile;
import dev.twinsync.git.work.WorkTree;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.LockFile;
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
        var before = last.files(coverage);
        var inspection = new Inspection(gate, before);
        var notes = new IndexNotes(readIndex());
        for (WorkFile file : candidates(notes, before).below(coverage, Set.of())) {
            if (inspection.known(file, notes).isEmpty()) {
                inspection.pass(file, _ -> ObjectId.zeroId());
            }
        }
        return inspection.leaks();
    }

    /** The paths below which the work tree and the last commit differ, in order. */
    List<String> changed(Coverage coverage) throws IOException {
        var before = last.files(coverage);
        var notes = new IndexNotes(readIndex());
        var gone = new TreeSet<>(before.keySet());
        gone.removeIf(path -> notes.isLeftOut(path, before.get(path)));
        var changed = new TreeSet<String>();
        for (WorkFile file : candidates(notes, before).below(coverage, Set.of())) {
            gone.remove(file.path());
            if (!isSame(file, notes, before.get(file.path()))) {
                changed.add(file.path());
            }
        }
        changed.addAll(gone);
        return List.copyOf(changed);
    }

    private static boolean isSame(WorkFile file, IndexNotes notes, TreeFile before) throws IOException {
        if (before == null || before.mode() != file.mode()) {
            return false;
        }
        var known = notes.content(file);
        return before.id().equals(known.isPresent() ? known.get() : Inspection.id(file));
    }

    private GitIndex readIndex() throws IOException {
        try {
            return GitIndex.read(git.getIndexFile().toPath());
        } catch (IOException broken) {
            throw damaged(broken);
        }
    }

    private RepoFault damaged(IOException broken) {
        return new RepoFault("the index of Git is damaged or of a kind that twin cannot read (" + broken.getMessage()
                + "): " + StrangeIndex.remedy(broken) + " in " + workTree.root());
    }

    private Candidates candidates(IndexNotes notes, Map<String, TreeFile> before) {
        return new Candidates(workTree, new IgnoreRules(workTree.root()), new Needed(workTree), notes, before);
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
        if (Files.notExists(git.getIndexFile().toPath()) && last.tree().isPresent()) {
            new MissingIndex(git).makeAnew(last.tree().get());
        }
        var guard = new IndexLock(git);
        var lock = guard.take();
        try (var blobs = new Blobs(git)) {
            guard.refuseUnlessAt(last.id());
            var locked = Files.getLastModifiedTime(git.getIndexFile().toPath().resolveSibling("index.lock"));
            var index = readIndex();
            var found = changes(index, blobs, paths, along);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            lock.write(IndexEdit.of(index, paths.and(along), found.get().files(), locked.toInstant()));
            return Optional.of(make(lock, blobs, found.get(), message, who));
        } finally {
            lock.unlock();
        }
    }

    /** Empty where all below the paths that count is as in the last commit. */
    private Optional<Changes> changes(GitIndex index, Blobs blobs, Coverage paths, Coverage along) throws IOException {
        var before = last.files(paths.and(along));
        var notes = new IndexNotes(index);
        var candidates = candidates(notes, before);
        var inspection = new Inspection(gate, before);
        var reasons = candidates.below(paths, Set.of());
        var files = new ArrayList<>(blobs.entries(reasons, notes, inspection));
        if (inspection.leaks().isEmpty()
                && Changes.of(files, paths.of(before), notes).changed().isEmpty()) {
            return Optional.empty();
        }
        var met = reasons.stream().map(WorkFile::path).collect(Collectors.toSet());
        var others = candidates.below(along, along.names()).stream()
                .filter(file -> !met.contains(file.path()))
                .toList();
        files.addAll(blobs.entries(others, notes, inspection));
        inspection.refuseIfLeaking();
        return Optional.of(Changes.of(files, before, notes));
    }

    private ObjectId make(LockFile index, Blobs blobs, Changes changes, String message, PersonIdent who)
            throws IOException {
        ObjectId tree;
        try (var reader = git.newObjectReader()) {
            tree = new ChangedTree(reader, blobs.inserter()).of(last.tree(), changes.changed());
        }
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
            throw new RepoFault("the branch could not be moved to the new commit: "
                    + BranchLock.of(git).objection(result));
        }
    }
}
