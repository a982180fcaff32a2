package dev.twinsync.git;

import dev.twinsync.port.RepoPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * One commit of what stands below some paths, made of the last commit's tree and nothing else that is staged. It is put
 * together from objects: no hook, filter or signature has a place in it.
 */
final class PathCommit {

    private static final Set<RepositoryState> CALM = Set.of(RepositoryState.SAFE, RepositoryState.BISECTING);

    private final FileRepository git;
    private final Optional<ObjectId> head;
    private final WorkTree workTree;
    private final Set<RepoPath> paths;
    private final Set<String> names;

    /** @param head the commit to build upon; JGit would take a damaged branch for one without commits */
    PathCommit(FileRepository git, Optional<String> head, WorkTree workTree, Set<RepoPath> paths) {
        this.git = git;
        this.head = head.map(ObjectId::fromString);
        this.workTree = workTree;
        this.paths = Set.copyOf(paths);
        this.names = paths.stream().map(RepoPath::text).collect(Collectors.toSet());
    }

    /** The new commit; empty where nothing had changed below the paths. */
    Optional<ObjectId> make(String message, PersonIdent who) throws IOException {
        if (!CALM.contains(git.getRepositoryState())) {
            throw new RepoFault("a merge, rebase or the like is not finished ("
                    + git.getRepositoryState().getDescription() + "): finish or abort it with git first");
        }
        var index = lockIndex();
        try (var blobs = new Blobs(git)) {
            return make(index, blobs, message, who);
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
            throw new RepoFault("the index of Git is damaged or of a kind that twin cannot read (" + broken.getMessage()
                    + "): make it anew with rm .git/index and git reset in " + workTree.root());
        }
    }

    private Optional<ObjectId> make(DirCache index, Blobs blobs, String message, PersonIdent who) throws IOException {
        var before = lastTree();
        var files = blobs.entries(files(index, before), index);
        var after = replace(before, files);
        var inserter = blobs.inserter();
        var tree = after.writeTree(inserter);
        if (isUnchanged(tree, after)) {
            return Optional.empty();
        }
        replace(index, files);
        index.write();
        var commit = insert(inserter, tree, message, who);
        blobs.flush();
        moveBranch(commit, message, who);
        if (!index.commit()) {
            throw new RepoFault("the commit is made, but Git's index could not be replaced: run git reset --mixed");
        }
        return Optional.of(commit);
    }

    private boolean isUnchanged(ObjectId tree, DirCache after) throws IOException {
        if (head.isEmpty()) {
            return after.getEntryCount() == 0;
        }
        try (var walk = new RevWalk(git)) {
            return walk.parseCommit(head.get()).getTree().equals(tree);
        }
    }

    private DirCache lastTree() throws IOException {
        if (head.isEmpty()) {
            return DirCache.newInCore();
        }
        try (var walk = new RevWalk(git)) {
            return DirCache.read(
                    walk.getObjectReader(), walk.parseCommit(head.get()).getTree());
        }
    }

    /** The files below the paths, without those that are ignored and were never tracked. */
    private List<WorkFile> files(DirCache index, DirCache before) throws IOException {
        var rules = new IgnoreRules(workTree.root());
        var kept = new ArrayList<WorkFile>();
        for (RepoPath path : topmost()) {
            for (WorkFile file : workTree.files(path)) {
                boolean tracked = index.findEntry(file.path()) >= 0 || before.findEntry(file.path()) >= 0;
                if (tracked || !rules.ignores(file.path())) {
                    kept.add(file);
                }
            }
        }
        return kept;
    }

    /** Without the paths that another one covers: no file is to be met twice. */
    private List<RepoPath> topmost() {
        return paths.stream()
                .filter(path -> foldersAbove(path.text()).stream().noneMatch(names::contains))
                .toList();
    }

    /** Changes a list of entries so that below the paths it has exactly these. */
    private DirCache replace(DirCache entries, Collection<DirCacheEntry> files) {
        var inTheWay = foldersOf(files);
        Predicate<DirCacheEntry> stays =
                entry -> !inTheWay.contains(entry.getPathString()) && (!isCovered(entry) || isNotInWorkTree(entry));
        var builder = entries.builder();
        IntStream.range(0, entries.getEntryCount())
                .mapToObj(entries::getEntry)
                .filter(stays)
                .forEach(builder::add);
        files.forEach(builder::add);
        builder.finish();
        return entries;
    }

    /** What was a file and is a folder now. */
    private static Set<String> foldersOf(Collection<DirCacheEntry> files) {
        return files.stream()
                .flatMap(file -> foldersAbove(file.getPathString()).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> foldersAbove(String path) {
        var folders = new ArrayList<String>();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }

    private boolean isCovered(DirCacheEntry entry) {
        var path = entry.getPathString();
        return names.contains(path) || foldersAbove(path).stream().anyMatch(names::contains);
    }

    /** A submodule, or left out by a sparse checkout. */
    private static boolean isNotInWorkTree(DirCacheEntry entry) {
        return entry.getFileMode() == FileMode.GITLINK || entry.isSkipWorkTree();
    }

    private ObjectId insert(ObjectInserter inserter, ObjectId tree, String message, PersonIdent who)
            throws IOException {
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        head.ifPresent(commit::setParentId);
        commit.setAuthor(who);
        commit.setCommitter(who);
        commit.setMessage(message.endsWith("\n") ? message : message + "\n");
        return inserter.insert(commit);
    }

    private void moveBranch(ObjectId to, String message, PersonIdent who) throws IOException {
        var update = git.updateRef("HEAD");
        update.setExpectedOldObjectId(head.orElse(ObjectId.zeroId()));
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
