package dev.twinsync.git.commit;

import dev.twinsync.git.index.IndexNotes;
import dev.twinsync.git.work.TreeFile;
import dev.twinsync.git.work.WorkFile;
import dev.twinsync.git.work.WorkTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files of the work tree that a commit may take.
 *
 * @param before what the last commit has of what is covered, by path
 */
record Candidates(WorkTree workTree, IgnoreRules rules, Needed needed, IndexNotes notes, Map<String, TreeFile> before) {

    /**
     * What is covered, without what is ignored, was never tracked and is not needed.
     *
     * @param wanted paths of files that are taken though they are ignored
     */
    List<WorkFile> below(Coverage coverage, Set<String> wanted) throws IOException {
        var kept = new ArrayList<WorkFile>();
        for (var path : coverage.topmost()) {
            for (WorkFile file : workTree.files(path)) {
                if (isTracked(file) || wanted.contains(file.path()) || !isLeftOut(file.path())) {
                    kept.add(file);
                }
            }
        }
        return kept;
    }

    private boolean isLeftOut(String path) throws IOException {
        return rules.ignores(path) && !needed.has(path);
    }

    private boolean isTracked(WorkFile file) {
        return notes.has(file.path()) || before.containsKey(file.path());
    }
}
