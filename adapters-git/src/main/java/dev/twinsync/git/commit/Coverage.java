package dev.twinsync.git.commit;

import dev.twinsync.git.work.TreeFile;
import dev.twinsync.port.RepoPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Some files and folders of a repository, these with all that is below them.
 *
 * @param names their paths
 */
public record Coverage(Set<String> names) {

    private static final String BELOW = "/";

    public Coverage {
        names = Set.copyOf(names);
    }

    static Coverage of(Set<RepoPath> paths) {
        return new Coverage(paths.stream().map(RepoPath::text).collect(Collectors.toSet()));
    }

    public static Coverage ofPaths(Set<String> paths) throws IOException {
        var checked = new HashSet<RepoPath>();
        for (String path : paths) {
            checked.add(RepoPath.of(path));
        }
        return of(checked);
    }

    Coverage and(Coverage other) {
        var both = new HashSet<>(names);
        both.addAll(other.names);
        return new Coverage(both);
    }

    /** In order, without the paths that another one covers: no file is to be met twice. */
    List<RepoPath> topmost() {
        return names.stream()
                .filter(name -> foldersAbove(name).stream().noneMatch(names::contains))
                .map(RepoPath::new)
                .sorted()
                .toList();
    }

    /** Which paths are covered. No two of the topmost begin alike, so the next one before a path is all that may cover it. */
    public Predicate<String> covering() {
        var folders = topmost().stream().map(name -> name + BELOW).collect(Collectors.toCollection(TreeSet::new));
        return path -> {
            var folder = path + BELOW;
            var nearest = folders.floor(folder);
            return nearest != null && folder.startsWith(nearest);
        };
    }

    /** What of these, by path, is covered. */
    Map<String, TreeFile> of(Map<String, TreeFile> files) {
        var covered = new HashMap<>(files);
        covered.keySet().removeIf(covering().negate());
        return covered;
    }

    static List<String> foldersAbove(String path) {
        var folders = new ArrayList<String>();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }
}
