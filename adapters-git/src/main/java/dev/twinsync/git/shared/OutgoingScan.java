package dev.twinsync.git.shared;

import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.git.past.Ancestry;
import dev.twinsync.port.CommitLeak;
import dev.twinsync.port.SecretGate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Looks through all that a push would send: every content of every commit, also what a later one took away, the names of the files
 * and the messages.
 */
final class OutgoingScan {

    private static final String MESSAGE = "(message of the commit)";
    private static final String NAME = "(name of a file)";

    private final Repository git;
    private final SecretGate gate;
    private final Set<Met> met = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final List<CommitLeak> leaks = new ArrayList<>();

    OutgoingScan(Repository git, SecretGate gate) {
        this.git = git;
        this.gate = gate;
    }

    /** What a rule finds may depend on the name of the file. */
    private record Met(String path, ObjectId content) {}

    /** Oldest first. @param theirs what is there already; empty: nothing */
    List<CommitLeak> of(ObjectId own, Optional<ObjectId> theirs) throws IOException {
        for (RevCommit commit : new Ancestry(git).beyond(own, theirs)) {
            look(commit);
        }
        return List.copyOf(leaks);
    }

    private void look(RevCommit commit) throws IOException {
        note(commit, gate.leaks(MESSAGE, stream(commit.getFullMessage())));
        try (var walk = new TreeWalk(git)) {
            walk.setRecursive(true);
            walk.addTree(commit.getTree());
            if (commit.getParentCount() == 0) {
                walk.addTree(new EmptyTreeIterator());
            }
            for (RevCommit parent : commit.getParents()) {
                walk.addTree(new Ancestry(git).tree(parent));
            }
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                lookAtName(commit, walk);
                look(commit, walk);
            }
        }
    }

    /** One that a parent has as well is there already, or was looked at there. */
    private void lookAtName(RevCommit commit, TreeWalk walk) throws IOException {
        var name = walk.getPathString();
        if (!walk.getFileMode(0).equals(FileMode.MISSING) && !hasParentThis(walk) && names.add(name)) {
            note(commit, gate.leaks(NAME, stream(name)));
        }
    }

    private static boolean hasParentThis(TreeWalk walk) {
        return IntStream.range(1, walk.getTreeCount())
                .anyMatch(parent -> !walk.getFileMode(parent).equals(FileMode.MISSING));
    }

    private void look(RevCommit commit, TreeWalk walk) throws IOException {
        var mode = walk.getFileMode(0);
        var content = walk.getObjectId(0);
        boolean isContent = !mode.equals(FileMode.MISSING) && !mode.equals(FileMode.GITLINK);
        if (isContent && !isInParent(walk, content) && met.add(new Met(walk.getPathString(), content))) {
            try (var bytes = git.open(content, Constants.OBJ_BLOB).openStream()) {
                note(commit, gate.leaks(walk.getPathString(), bytes));
            }
        }
    }

    private static boolean isInParent(TreeWalk walk, ObjectId content) {
        for (int parent = 1; parent < walk.getTreeCount(); parent++) {
            if (walk.getObjectId(parent).equals(content)) {
                return true;
            }
        }
        return false;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private void note(RevCommit commit, List<Leak> found) {
        found.forEach(leak -> leaks.add(new CommitLeak(commit.name(), leak)));
    }
}
