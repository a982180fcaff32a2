package dev.twinsync.git.past;

import dev.twinsync.port.OldRepository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.ReflogEntry;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * All that any commit of a repository has. Of those that a reset left behind, only the reflog knows, and who copies the
 * repository copies them.
 */
record PastContents(Repository git) {

    private static final int SHORT_ID = 10;

    void show(OldRepository.Viewer viewer) throws IOException {
        var tips = tips();
        var matters = new LinkedHashMap<ObjectId, String>();
        try (var walk = new ObjectWalk(git)) {
            for (ObjectId tip : tips) {
                walk.markStart(walk.parseCommit(tip));
            }
            while (walk.next() != null) {
                // the commits come first, then what they hold
            }
            for (RevObject object = walk.nextObject(); object != null; object = walk.nextObject()) {
                if (object.getType() == Constants.OBJ_BLOB && looksAt(object, walk.getPathString(), viewer)) {
                    matters.put(object.copy(), walk.getPathString());
                }
            }
        }
        name(matters, tips, viewer);
    }

    private boolean looksAt(ObjectId blob, String path, OldRepository.Viewer viewer) throws IOException {
        try (var content = git.open(blob, Constants.OBJ_BLOB).openStream()) {
            return viewer.look(path, content);
        }
    }

    private List<ObjectId> tips() throws IOException {
        var candidates = new ArrayList<ObjectId>();
        for (Ref ref : git.getRefDatabase().getRefs()) {
            if (ref.getObjectId() != null) {
                candidates.add(ref.getObjectId());
            }
        }
        var log = git.getRefDatabase().getReflogReader(Constants.HEAD);
        for (ReflogEntry entry : log == null ? List.<ReflogEntry>of() : log.getReverseEntries()) {
            candidates.add(entry.getNewId());
        }
        return commits(candidates);
    }

    /** What the reflog remembers may be gone by now. */
    private List<ObjectId> commits(List<ObjectId> candidates) throws IOException {
        var commits = new ArrayList<ObjectId>();
        try (var walk = new RevWalk(git)) {
            for (ObjectId candidate : candidates) {
                try {
                    if (walk.peel(walk.parseAny(candidate)) instanceof RevCommit commit && !commits.contains(commit)) {
                        commits.add(commit.copy());
                    }
                } catch (MissingObjectException gone) {
                    if (!git.getObjectDatabase().has(candidate)) {
                        continue;
                    }
                    throw gone;
                }
            }
        }
        return commits;
    }

    private void name(Map<ObjectId, String> matters, List<ObjectId> tips, OldRepository.Viewer viewer)
            throws IOException {
        if (matters.isEmpty()) {
            return;
        }
        try (var walk = new RevWalk(git)) {
            for (ObjectId tip : tips) {
                walk.markStart(walk.parseCommit(tip));
            }
            for (RevCommit commit = walk.next(); commit != null && !matters.isEmpty(); commit = walk.next()) {
                name(matters, commit, viewer);
            }
        }
    }

    private void name(Map<ObjectId, String> matters, RevCommit commit, OldRepository.Viewer viewer) throws IOException {
        for (var entry : List.copyOf(matters.entrySet())) {
            try (var tree = TreeWalk.forPath(git, entry.getValue(), commit.getTree())) {
                if (tree != null && tree.getObjectId(0).equals(entry.getKey())) {
                    viewer.found(entry.getValue(), commit.abbreviate(SHORT_ID).name());
                    matters.remove(entry.getKey());
                }
            }
        }
    }
}
