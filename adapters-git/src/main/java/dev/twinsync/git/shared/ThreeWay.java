package dev.twinsync.git.shared;

import dev.twinsync.git.work.MachineFolders;
import dev.twinsync.git.work.TreeFile;
import dev.twinsync.git.work.TreeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Carries the change of one commit over to another one. In what the machine writes itself its own change counts; elsewhere, where
 * both sides changed the same lines, nobody decides.
 */
final class ThreeWay {

    private final LineMerge lines;
    private final List<String> conflicts = new ArrayList<>();

    ThreeWay(LineMerge lines) {
        this.lines = lines;
    }

    /**
     * @param before what the change was made to
     * @param changed what it made of it
     * @param onto what it is to be carried over to
     */
    TreeFiles carry(TreeFiles before, TreeFiles changed, TreeFiles onto) throws IOException {
        var all = new TreeSet<>(before.files().keySet());
        all.addAll(changed.files().keySet());
        all.addAll(onto.files().keySet());
        var files = new TreeMap<String, TreeFile>();
        for (String path : all) {
            decide(path, before.get(path), changed.get(path), onto.get(path)).ifPresent(file -> files.put(path, file));
        }
        return new TreeFiles(files);
    }

    private Optional<TreeFile> decide(
            String path, Optional<TreeFile> before, Optional<TreeFile> changed, Optional<TreeFile> onto)
            throws IOException {
        if (changed.equals(onto) || before.equals(changed)) {
            return onto;
        }
        if (before.equals(onto) || MachineFolders.cover(path)) {
            return changed;
        }
        var together = before.isPresent() && changed.isPresent() && onto.isPresent()
                ? lines.of(before.get(), changed.get(), onto.get())
                : Optional.<TreeFile>empty();
        if (together.isEmpty()) {
            conflicts.add(path);
        }
        return together.or(() -> onto);
    }

    /** The paths where nobody decides, in order. */
    List<String> conflicts() {
        return conflicts.stream().distinct().sorted().toList();
    }
}
