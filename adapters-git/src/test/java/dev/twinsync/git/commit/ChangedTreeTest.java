package dev.twinsync.git.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.git.work.TreeFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** The tree that only the changed folders are written of is the one that JGit makes of all files. */
class ChangedTreeTest {

    private static final ObjectInserter.Formatter IDS = new ObjectInserter.Formatter();

    @Property(tries = 300)
    void is_the_tree_of_all_files(
            @ForAll("files") Map<String, TreeFile> before, @ForAll("files") Map<String, TreeFile> after)
            throws IOException {
        try (var git = new InMemoryRepository(new DfsRepositoryDescription("tree"));
                var inserter = git.newObjectInserter();
                var reader = inserter.newReader()) {
            var was = before.isEmpty() ? Optional.<ObjectId>empty() : Optional.of(treeOf(before, inserter));

            var made = new ChangedTree(reader, inserter).of(was, changes(before, after));

            assertEquals(treeOf(after, inserter), made);
        }
    }

    private static Map<String, Optional<TreeFile>> changes(Map<String, TreeFile> before, Map<String, TreeFile> after) {
        var changes = new HashMap<String, Optional<TreeFile>>();
        before.keySet().forEach(path -> changes.put(path, Optional.empty()));
        after.forEach((path, file) -> changes.put(path, Optional.of(file)));
        changes.keySet()
                .removeIf(path -> before.containsKey(path) && before.get(path).equals(after.get(path)));
        return changes;
    }

    private static ObjectId treeOf(Map<String, TreeFile> files, ObjectInserter inserter) throws IOException {
        var all = DirCache.newInCore();
        var builder = all.builder();
        files.forEach((path, file) -> {
            var entry = new DirCacheEntry(path);
            entry.setFileMode(file.mode());
            entry.setObjectId(file.id());
            builder.add(entry);
        });
        builder.finish();
        return all.writeTree(inserter);
    }

    /** Names that sort in another order as files than as folders, and paths of which none lies below another. */
    @Provide
    Arbitrary<Map<String, TreeFile>> files() {
        var name = Arbitraries.of("a", "a-b", "a.b", "a0", "ä", "b");
        var path = name.list().ofMinSize(1).ofMaxSize(3).map(names -> String.join("/", names));
        var file = Arbitraries.of(1, 2, 3)
                .flatMap(content -> Arbitraries.of(FileMode.REGULAR_FILE, FileMode.EXECUTABLE_FILE, FileMode.SYMLINK)
                        .map(mode -> new TreeFile(mode, IDS.idFor(Constants.OBJ_BLOB, new byte[content]))));
        return Arbitraries.maps(path, file).ofMaxSize(12).map(ChangedTreeTest::withoutWhatLiesBelowAnother);
    }

    private static Map<String, TreeFile> withoutWhatLiesBelowAnother(Map<String, TreeFile> files) {
        return new TreeMap<>(files.entrySet().stream()
                .filter(file -> isBelowNone(file.getKey(), files.keySet()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static boolean isBelowNone(String path, Set<String> all) {
        return all.stream().noneMatch(other -> path.startsWith(other + "/"));
    }
}
