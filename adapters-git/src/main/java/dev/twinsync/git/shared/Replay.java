package dev.twinsync.git.shared;

import dev.twinsync.git.past.Ancestry;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.git.work.TreeFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Puts commits of this machine on top of what a remote has, in Git's store alone: nothing of the work tree is touched. */
final class Replay {

    private final Ancestry ancestry;
    private final ObjectReader reader;
    private final ObjectInserter inserter;
    private final PersonIdent who;

    Replay(FileRepository git, ObjectReader reader, ObjectInserter inserter, PersonIdent who) {
        this.ancestry = new Ancestry(git);
        this.reader = reader;
        this.inserter = inserter;
        this.who = who;
    }

    /**
     * @param head the new newest commit
     * @param files what it holds
     * @param made how many commits were made anew
     */
    record Outcome(ObjectId head, TreeFiles files, int made, List<String> conflicts) {}

    Outcome of(ObjectId own, ObjectId theirs) throws IOException {
        var merge = new ThreeWay(new LineMerge(reader, inserter));
        var head = theirs;
        var files = TreeFiles.of(reader, ancestry.tree(theirs));
        int made = 0;
        for (RevCommit commit : ancestry.beyond(own, Optional.of(theirs))) {
            var carried = merge.carry(before(commit), TreeFiles.of(reader, commit.getTree()), files);
            if (!merge.conflicts().isEmpty()) {
                return new Outcome(head, files, made, merge.conflicts());
            }
            if (!carried.equals(files)) {
                head = insert(carried, head, commit.getAuthorIdent(), commit.getFullMessage());
                files = carried;
                made++;
            }
        }
        return new Outcome(head, files, made, List.of());
    }

    private TreeFiles before(RevCommit commit) throws IOException {
        if (commit.getParentCount() != 1) {
            throw new RepoFault("the commit " + commit.abbreviate(10).name() + " of this machine "
                    + (commit.getParentCount() == 0 ? "has nothing before it" : "is a merge")
                    + ", and twin carries over single changes only: bring both sides together with git");
        }
        return TreeFiles.of(reader, ancestry.tree(commit.getParent(0)));
    }

    /** One more commit, by who runs twin. */
    ObjectId insert(TreeFiles files, ObjectId parent, String message) throws IOException {
        return insert(files, parent, who, message);
    }

    private ObjectId insert(TreeFiles files, ObjectId parent, PersonIdent author, String message) throws IOException {
        var commit = new CommitBuilder();
        commit.setTreeId(files.write(inserter));
        commit.setParentId(parent);
        commit.setAuthor(author);
        commit.setCommitter(who);
        commit.setMessage(message.endsWith("\n") ? message : message + "\n");
        return inserter.insert(commit);
    }
}
