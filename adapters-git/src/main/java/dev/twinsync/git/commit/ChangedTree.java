package dev.twinsync.git.commit;

import dev.twinsync.git.work.TreeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.util.Paths;

/** Writes the tree of a commit with some files changed: only the folders above these are read and written anew. */
record ChangedTree(ObjectReader reader, ObjectInserter inserter) {

    /**
     * @param before the tree that was; empty: none
     * @param changes what is to stand at a path; empty: nothing
     */
    ObjectId of(Optional<ObjectId> before, Map<String, Optional<TreeFile>> changes) throws IOException {
        var written = folder(before, changes);
        return written.isPresent() ? written.get() : inserter.insert(new TreeFormatter());
    }

    /** Empty where nothing is left in it. */
    private Optional<ObjectId> folder(Optional<ObjectId> before, Map<String, Optional<TreeFile>> changes)
            throws IOException {
        var entries = entries(before);
        var here = new TreeMap<String, Optional<TreeFile>>();
        var below = new TreeMap<String, Map<String, Optional<TreeFile>>>();
        changes.forEach((path, file) -> {
            int slash = path.indexOf('/');
            if (slash < 0) {
                here.put(path, file);
            } else {
                below.computeIfAbsent(path.substring(0, slash), _ -> new TreeMap<>())
                        .put(path.substring(slash + 1), file);
            }
        });
        for (var folder : below.entrySet()) {
            var was = Optional.ofNullable(entries.remove(folder.getKey()))
                    .filter(TreeFile::isFolder)
                    .map(TreeFile::id);
            folder(was, folder.getValue())
                    .ifPresent(id -> entries.put(folder.getKey(), new TreeFile(FileMode.TREE, id)));
        }
        here.forEach((name, file) -> put(entries, name, file));
        return entries.isEmpty() ? Optional.empty() : Optional.of(write(entries));
    }

    /** A file that goes does not take along the folder that has come in its place. */
    private static void put(Map<String, TreeFile> entries, String name, Optional<TreeFile> file) {
        if (file.isPresent()) {
            entries.put(name, file.get());
        } else if (entries.containsKey(name) && !entries.get(name).isFolder()) {
            entries.remove(name);
        }
    }

    private Map<String, TreeFile> entries(Optional<ObjectId> tree) throws IOException {
        var entries = new TreeMap<String, TreeFile>();
        if (tree.isPresent()) {
            var parser = new CanonicalTreeParser(null, reader, tree.get()); // null is how it says "not below another"
            for (; !parser.eof(); parser.next(1)) {
                entries.put(
                        parser.getEntryPathString(),
                        new TreeFile(parser.getEntryFileMode(), parser.getEntryObjectId()));
            }
        }
        return entries;
    }

    private ObjectId write(Map<String, TreeFile> entries) throws IOException {
        var formatter = new TreeFormatter();
        entries.entrySet().stream()
                .sorted((one, other) -> compare(one, other))
                .forEach(entry -> formatter.append(
                        entry.getKey(),
                        entry.getValue().mode(),
                        entry.getValue().id()));
        return inserter.insert(formatter);
    }

    /** As Git wants it: by bytes, and a folder as though its name ended with a slash. */
    private static int compare(Map.Entry<String, TreeFile> one, Map.Entry<String, TreeFile> other) {
        var name = one.getKey().getBytes(StandardCharsets.UTF_8);
        var otherName = other.getKey().getBytes(StandardCharsets.UTF_8);
        return Paths.compare(
                name,
                0,
                name.length,
                one.getValue().mode().getBits(),
                otherName,
                0,
                otherName.length,
                other.getValue().mode().getBits());
    }
}
