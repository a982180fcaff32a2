package dev.twinsync.git.commit;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.work.WorkFile;
import dev.twinsync.git.work.WorkTree;
import dev.twinsync.git.yaml.YamlLimits;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.port.RepoPath;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a clone needs to bring the machine back, so that no rule of the owner keeps it out of a commit: the documents, and of
 * {@code filesystem/} what a document of {@code state/} names. What an editor leaves beside them is not needed, nor is the
 * text of logs.
 */
final class Needed {

    private static final Set<String> AT_THE_TOP = Set.of("config.yaml", "AGENTS.md", ".gitignore", ".gitattributes");
    private static final Pattern DOCUMENT =
            Pattern.compile("(?:(?:state|live|plan|plugins)(?:/[^/.][^/]*)+\\.yaml|schema/[^/.][^/]*\\.json)");
    private static final String WISHES = "state";
    private static final String CONTENT = "filesystem/";

    private final WorkTree workTree;
    private Optional<Set<String>> named = Optional.empty();

    Needed(WorkTree workTree) {
        this.workTree = workTree;
    }

    boolean has(String path) throws IOException {
        return AT_THE_TOP.contains(path)
                || DOCUMENT.matcher(path).matches()
                || path.startsWith(CONTENT) && named().contains(path);
    }

    /** Looked up only where something is ignored, which it hardly ever is. */
    private Set<String> named() throws IOException {
        if (named.isEmpty()) {
            var found = new HashSet<String>();
            for (WorkFile file : workTree.files(new RepoPath(WISHES))) {
                if (!file.isLink() && DOCUMENT.matcher(file.path()).matches()) {
                    collect(file.path(), found);
                }
            }
            named = Optional.of(found);
        }
        return named.get();
    }

    /** A document that cannot be read names nothing: whoever works with it says what is wrong with it. */
    private void collect(String document, Set<String> into) throws IOException {
        var yaml = workTree.read(new RepoPath(document), YamlLimits.DEFAULT.bytes() + 1);
        if (YamlTree.read(document, yaml) instanceof Reading.Value<Tree>(var tree)) {
            collect(tree, into);
        }
    }

    private static void collect(Tree tree, Set<String> into) {
        switch (tree) {
            case Tree.Scalar(var text, var _, var _) when text.startsWith(CONTENT) -> into.add(text);
            case Tree.Scalar _ -> {
                // some other value
            }
            case Tree.Sequence(var items, var _) -> items.forEach(item -> collect(item, into));
            case Tree.Mapping(var entries, var _) -> entries.forEach(entry -> collect(entry.value(), into));
        }
    }
}
