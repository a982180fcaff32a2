package dev.twinsync.git.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a commit by their paths. */
public record TreeFiles(SortedMap<String, TreeFile> files) {

    public static final TreeFiles NONE = new TreeFiles(new TreeMap<>());

    public static TreeFiles of(ObjectReader reader, ObjectId tree) throws IOException {
        var files = new TreeMap<String, TreeFile>();
        try (var walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                files.put(walk.getPathString(), new TreeFile(walk.getFileMode(0), walk.getObjectId(0)));
            }
        }
        return new TreeFiles(files);
    }

    public Optional<TreeFile> get(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The paths at which they are not the same. */
    public List<String> differences(TreeFiles other) {
        var all = new TreeSet<>(files.keySet());
        all.addAll(other.files.keySet());
        return all.stream().filter(path -> !get(path).equals(other.get(path))).toList();
    }

    /** A file of the one that is a folder of the other. */
    public Optional<String> fileAndFolder(TreeFiles other) {
        return differences(other).stream()
                .filter(path -> isBoth(files, other.files, path) || isBoth(other.files, files, path))
                .findFirst();
    }

    private static boolean isBoth(Map<String, TreeFile> one, SortedMap<String, TreeFile> other, String path) {
        return one.containsKey(path) && !other.subMap(path + "/", path + "0").isEmpty();
    }

    /** With these files in the place of all that a machine writes itself. */
    public TreeFiles withOwn(TreeFiles own) {
        var all = new TreeMap<String, TreeFile>();
        files.forEach((path, file) -> {
            if (!MachineFolders.cover(path)) {
                all.put(path, file);
            }
        });
        own.files.forEach((path, file) -> {
            if (MachineFolders.cover(path)) {
                all.put(path, file);
            }
        });
        return new TreeFiles(all);
    }

    /** Its tree in Git's store. */
    public ObjectId write(ObjectInserter inserter) throws IOException {
        var entries = DirCache.newInCore();
        var builder = entries.builder();
        var added = new ArrayList<DirCacheEntry>();
        files.forEach((path, file) -> {
            var entry = new DirCacheEntry(path);
            entry.setFileMode(file.mode());
            entry.setObjectId(file.id());
            added.add(entry);
        });
        added.forEach(builder::add);
        builder.finish();
        return entries.writeTree(inserter);
    }
}
