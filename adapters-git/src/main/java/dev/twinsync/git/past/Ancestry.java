package dev.twinsync.git.past;

import dev.twinsync.git.commit.Coverage;
import dev.twinsync.port.RepoCommit;
import dev.twinsync.port.SharedHistory.Relation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** How two commits stand to each other. */
public record Ancestry(Repository git) {

    static final int MOST_TOLD = 300;

    public Relation relation(ObjectId own, ObjectId theirs) throws IOException {
        if (own.equals(theirs)) {
            return Relation.SAME;
        }
        var base = base(own, theirs);
        if (base.isEmpty()) {
            return Relation.UNRELATED;
        }
        return base.get().equals(own)
                ? Relation.BEHIND
                : base.get().equals(theirs) ? Relation.AHEAD : Relation.DIVERGED;
    }

    /** The newest commit that both are built upon. */
    public Optional<ObjectId> base(ObjectId one, ObjectId other) throws IOException {
        return bases(one, other).stream().findFirst();
    }

    /** More than one where they were merged crosswise. */
    private List<ObjectId> bases(ObjectId one, ObjectId other) throws IOException {
        var bases = new ArrayList<ObjectId>();
        try (var walk = new RevWalk(git)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(one));
            walk.markStart(walk.parseCommit(other));
            for (RevCommit base : walk) {
                bases.add(base.copy());
            }
        }
        return bases;
    }

    /** What the first has and the second has not, oldest first. */
    public List<RevCommit> beyond(ObjectId one, Optional<ObjectId> other) throws IOException {
        var commits = new ArrayList<RevCommit>();
        try (var walk = new RevWalk(git)) {
            walk.sort(RevSort.TOPO);
            walk.sort(RevSort.REVERSE, true);
            walk.markStart(walk.parseCommit(one));
            if (other.isPresent()) {
                leaveOut(walk, one, other.get());
            }
            for (RevCommit commit : walk) {
                walk.parseBody(commit);
                commits.add(commit);
            }
        }
        return commits;
    }

    /** What the first has and the second has not, newest first; not all where there are very many. */
    public List<RepoCommit> told(ObjectId theirs, ObjectId own) throws IOException {
        try (var walk = new RevWalk(git)) {
            walk.sort(RevSort.TOPO);
            walk.markStart(walk.parseCommit(theirs));
            leaveOut(walk, theirs, own);
            return GitPast.commits(walk, new Coverage(Set.of()), MOST_TOLD);
        }
    }

    /**
     * What the other one has too. Where both part, not at the other one itself: a walk goes from new to old by what the clocks of
     * those said who committed, and where one of them was behind it is past the fork before it has come there from the other side.
     */
    private void leaveOut(RevWalk walk, ObjectId one, ObjectId other) throws IOException {
        for (ObjectId base : bases(one, other)) {
            walk.markUninteresting(walk.parseCommit(base));
        }
    }

    public boolean isPartOf(ObjectId commit, ObjectId other) throws IOException {
        try (var walk = new RevWalk(git)) {
            return walk.isMergedInto(walk.parseCommit(commit), walk.parseCommit(other));
        } catch (MissingObjectException _) {
            return false;
        }
    }

    public ObjectId tree(ObjectId commit) throws IOException {
        try (var walk = new RevWalk(git)) {
            return walk.parseCommit(commit).getTree().copy();
        }
    }
}
