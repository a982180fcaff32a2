package dev.twinsync.git.past;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What a commit changed. */
final class ChangedPaths {

    private ChangedPaths() {}

    /** In order; of a merge those files that are as in none of its parents. */
    static List<String> of(RevWalk commits, RevCommit commit) throws IOException {
        var paths = new ArrayList<String>();
        try (var files = new TreeWalk(commits.getObjectReader())) {
            files.addTree(commit.getTree());
            for (RevCommit parent : commit.getParents()) {
                files.addTree(commits.parseCommit(parent).getTree());
            }
            if (commit.getParentCount() == 0) {
                files.addTree(new EmptyTreeIterator());
            }
            files.setRecursive(true);
            files.setFilter(TreeFilter.ANY_DIFF);
            while (files.next()) {
                if (differsFromAll(files)) {
                    paths.add(files.getPathString());
                }
            }
        }
        paths.sort(null);
        return paths;
    }

    private static boolean differsFromAll(TreeWalk files) {
        return IntStream.range(1, files.getTreeCount())
                .noneMatch(parent -> files.getRawMode(0) == files.getRawMode(parent) && files.idEqual(0, parent));
    }
}
