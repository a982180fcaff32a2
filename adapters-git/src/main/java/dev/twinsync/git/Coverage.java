package dev.twinsync.git;

import dev.twinsync.port.RepoPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;

/**
 * Some files and folders of a repository, these with all that is below them.
 *
 * @param names their paths
 */
record Coverage(Set<String> names) {

    Coverage {
        names = Set.copyOf(names);
    }

    static Coverage of(Set<RepoPath> paths) {
        return new Coverage(paths.stream().map(RepoPath::text).collect(Collectors.toSet()));
    }

    Coverage and(Coverage other) {
        var both = new HashSet<>(names);
        both.addAll(other.names);
        return new Coverage(both);
    }

    boolean covers(String path) {
        return names.contains(path) || foldersAbove(path).stream().anyMatch(names::contains);
    }

    /** In order, without the paths that another one covers: no file is to be met twice. */
    List<RepoPath> topmost() {
        return names.stream()
                .filter(name -> foldersAbove(name).stream().noneMatch(names::contains))
                .map(RepoPath::new)
                .sorted()
                .toList();
    }

    /** Changes a list of entries so that of what is covered it has exactly these. */
    DirCache replace(DirCache entries, Collection<DirCacheEntry> files) {
        var inTheWay = foldersOf(files);
        Predicate<DirCacheEntry> stays = entry ->
                !inTheWay.contains(entry.getPathString()) && (!covers(entry.getPathString()) || isNotInWorkTree(entry));
        var builder = entries.builder();
        IntStream.range(0, entries.getEntryCount())
                .mapToObj(entries::getEntry)
                .filter(stays)
                .forEach(builder::add);
        files.forEach(builder::add);
        builder.finish();
        return entries;
    }

    /** What was a file and is a folder now. */
    private static Set<String> foldersOf(Collection<DirCacheEntry> files) {
        return files.stream()
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
