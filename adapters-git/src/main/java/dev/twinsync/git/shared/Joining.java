package dev.twinsync.git.shared;

import dev.twinsync.git.past.Ancestry;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.git.work.TreeFiles;
import dev.twinsync.git.work.WorkFiles;
import dev.twinsync.git.work.WorkTree;
import dev.twinsync.port.SharedHistory.Incoming;
import dev.twinsync.port.SharedHistory.Joined;
import dev.twinsync.port.SharedHistory.Relation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;

/**
 * Brings what a remote has together with what this machine has: its commits first, this machine's on top of them. What the machine
 * writes itself stays as it is, whatever the other side says. All of it is made in Git's store before the first file is touched.
 */
record Joining(FileRepository git, WorkTree workTree, PersonIdent who) {

    private static final Set<RepositoryState> CALM = Set.of(RepositoryState.SAFE, RepositoryState.BISECTING);

    static ObjectId head(FileRepository git) throws IOException {
        return Optional.ofNullable(git.resolve("HEAD"))
                .orElseThrow(() -> new RepoFault("nothing is committed yet in this repository; run: twin init"));
    }

    Incoming incoming(ObjectId theirs) throws IOException {
        var ancestry = new Ancestry(git);
        var own = head(git);
        var relation = ancestry.relation(own, theirs);
        int ahead = ancestry.beyond(own, Optional.of(theirs)).size();
        var told = ancestry.told(theirs, own);
        if (relation != Relation.BEHIND && relation != Relation.DIVERGED) {
            return new Incoming(relation, ahead, told, List.of(), List.of());
        }
        refuseUnfinished(git);
        try (var reader = git.newObjectReader()) {
            var base = files(reader, ancestry.base(own, theirs).orElseThrow());
            var other = files(reader, theirs);
            var objections = new Objections(reader, files(reader, own), base, other).all();
            return new Incoming(relation, ahead, told, base.differences(other), objections);
        }
    }

    /** As {@link #incoming}, seen from a machine that has what the remote has now. */
    List<String> objectionsElsewhere(Optional<ObjectId> theirs) throws IOException {
        try (var reader = git.newObjectReader()) {
            var there = theirs.isPresent() ? files(reader, theirs.get()) : TreeFiles.NONE;
            return new Objections(reader, there, there, files(reader, head(git))).all();
        }
    }

    private TreeFiles files(ObjectReader reader, ObjectId commit) throws IOException {
        return TreeFiles.of(reader, new Ancestry(git).tree(commit));
    }

    /** What Git has begun goes first: it would go on from another commit than it stopped at. */
    static void refuseUnfinished(Repository git) throws RepoFault {
        if (!CALM.contains(git.getRepositoryState())) {
            throw new RepoFault("a merge, rebase or the like is not finished ("
                    + git.getRepositoryState().getDescription() + "): finish or abort it with git first");
        }
    }

    Joined join(ObjectId theirs, String message) throws IOException {
        refuseUnfinished(git);
        var own = head(git);
        try (var inserter = git.newObjectInserter();
                var reader = inserter.newReader()) {
            var replay = new Replay(git, reader, inserter, who);
            var outcome = replay.of(own, theirs);
            if (!outcome.conflicts().isEmpty()) {
                return new Joined.Conflict(outcome.conflicts());
            }
            var before = files(reader, own);
            var after = outcome.files().withOwn(before);
            var kept = outcome.files().differences(after);
            var head = kept.isEmpty() ? outcome.head() : replay.insert(after, outcome.head(), message);
            inserter.flush();
            return carryOut(new JoinNote.Way(own, head), outcome.made(), kept);
        }
    }

    private Joined carryOut(JoinNote.Way way, int rebased, List<String> kept) throws IOException {
        try (var reader = git.newObjectReader()) {
            var checkout = checkout(reader, way);
            var uncommitted = checkout.uncommitted();
            if (!uncommitted.isEmpty()) {
                return new Joined.Uncommitted(uncommitted);
            }
            try (var note = JoinNote.write(git.getDirectory().toPath(), way)) {
                checkout.perform(way, who, words(rebased));
                note.end();
            }
        }
        return new Joined.Done(way.before().name(), way.after().name(), rebased, kept);
    }

    private static String words(int rebased) {
        return rebased == 0 ? "twin pull: fast-forward" : "twin pull: " + rebased + " commits on top";
    }

    private Checkout checkout(ObjectReader reader, JoinNote.Way way) throws IOException {
        return new Checkout(
                git, new WorkFiles(workTree, reader), files(reader, way.before()), files(reader, way.after()));
    }

    /** What a process was at that was cut off. Where somebody has moved the branch since, theirs counts. */
    boolean finish() throws IOException {
        var left = JoinNote.leftBehind(git.getDirectory().toPath());
        if (left.isEmpty()) {
            return false;
        }
        try (var note = left.get();
                var reader = git.newObjectReader()) {
            var way = note.way();
            if (way.isPresent()
                    && List.of(way.get().before(), way.get().after()).contains(head(git))) {
                note.takeIndexLock();
                var checkout = checkout(reader, way.get());
                checkout.clearLeftovers();
                checkout.perform(way.get(), who, "twin pull: finished");
            }
            note.end();
            return true;
        }
    }
}
