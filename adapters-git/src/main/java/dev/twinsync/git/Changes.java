package dev.twinsync.git;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCacheEntry;

/**
 * What a commit has to say.
 *
 * @param files all that is to stand below its paths
 * @param changed of these, by path, what the last commit has otherwise; empty: what it has and is gone
 */
record Changes(List<DirCacheEntry> files, Map<String, Optional<TreeFile>> changed) {

    /** @param before what the last commit has below the same paths */
    static Changes of(List<DirCacheEntry> files, Map<String, TreeFile> before) {
        var changed = new TreeMap<String, Optional<TreeFile>>();
        before.forEach((path, file) -> {
            if (!file.isSubmodule()) {
                changed.put(path, Optional.empty());
            }
        });
        files.forEach(file -> {
            var path = file.getPathString();
            var now = new TreeFile(file.getFileMode(), file.getObjectId());
            if (now.equals(before.get(path))) {
                changed.remove(path);
            } else {
                changed.put(path, Optional.of(now));
            }
        });
        return new Changes(files, changed);
    }
}
