package dev.twinsync.git.commit;

import dev.twinsync.git.index.IndexNotes;
import dev.twinsync.git.work.TrackedFile;
import dev.twinsync.git.work.TreeFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a commit has to say.
 *
 * @param files all that is to stand below its paths
 * @param changed of these, by path, what the last commit has otherwise; empty: what it has and is gone
 */
public record Changes(List<TrackedFile> files, Map<String, Optional<TreeFile>> changed) {

    /** @param before what the last commit has below the same paths */
    static Changes of(List<TrackedFile> files, Map<String, TreeFile> before, IndexNotes notes) {
        var changed = new TreeMap<String, Optional<TreeFile>>();
        before.forEach((path, file) -> {
            if (!notes.isLeftOut(path, file)) {
                changed.put(path, Optional.empty());
            }
        });
        files.forEach(file -> {
            if (file.inTree().equals(before.get(file.path()))) {
                changed.remove(file.path());
            } else {
                changed.put(file.path(), Optional.of(file.inTree()));
            }
        });
        return new Changes(files, changed);
    }
}
