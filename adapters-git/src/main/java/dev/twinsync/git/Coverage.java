package dev.twinsync.git;

import dev.twinsync.port.RepoPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;

/**
 * Some files and folders of a repository, these with all that is below them.
 *
 * @param names their paths
 */
record Coverage(Set<String> names) {

    private static final String BELOW = "/";

    Coverage {
        names = Set.copyOf(names);
    }

    static Coverage of(Set<RepoPath> paths) {
        return new Coverage(paths.stream().map(RepoPath::text).collect(Collectors.toSet()));
    }

    static Coverage ofPaths(Set<String> paths) throws IOException {
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
    Predicate<String> covering() {
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

    /** Changes the index so that of what is covered it has exactly these. */
    void replace(DirCache index, Collection<DirCacheEntry> files) {
        var inTheWay = inTheWay(index, files);
        var covers = covering();
        var builder = index.builder();
        for (int place = 0; place < index.getEntryCount(); place++) {
            var entry = index.getEntry(place);
            var path = entry.getPathString();
            if (!inTheWay.contains(path) && (!covers.test(path) || isNotInWorkTree(entry))) {
                builder.add(entry);
            }
        }
        files.forEach(builder::add);
        builder.finish();
    }

    /** What was a file and is a folder now, above files that the index does not know. */
    private static Set<String> inTheWay(DirCache index, Collection<DirCacheEntry> files) {
        return files.stream()
                .filter(file -> index.findEntry(file.getPathString()) < 0)
                .flatMap(file -> foldersAbove(file.getPathString()).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> foldersAbove(String path) {
        var folders = new ArrayList<String>();
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }

    /** A submodule, or left out by a sparse checkout. */
    private static boolean isNotInWorkTree(DirCacheEntry entry) {
        return entry.getFileMode() == FileMode.GITLINK || entry.isSkipWorkTree();
    }
}
