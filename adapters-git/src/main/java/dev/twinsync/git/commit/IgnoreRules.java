package dev.twinsync.git.commit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * Which files the repository wants left out: by {@code .gitignore} in a folder or one above, or by
 * {@code .git/info/exclude}. A {@code .gitignore} below {@code filesystem/} is a mirrored file of the machine, as etckeeper
 * leaves one in {@code /etc}, and rules nothing here.
 */
final class IgnoreRules {

    private static final String TOP = "";

    private final Path root;
    private final Map<String, IgnoreNode> byFolder = new HashMap<>();
    private final Map<String, Boolean> folders = new HashMap<>();

    IgnoreRules(Path root) {
        this.root = root;
    }

    boolean ignores(String file) throws IOException {
        return isBelowIgnored(file) || matches(file, false);
    }

    private boolean isBelowIgnored(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return false;
        }
        var folder = path.substring(0, slash);
        var known = folders.get(folder);
        if (known == null) {
            known = isBelowIgnored(folder) || matches(folder, true);
            folders.put(folder, known);
        }
        return known;
    }

    /** The nearest rule decides; the exclude file comes last. */
    private boolean matches(String path, boolean isFolder) throws IOException {
        var folder = parent(path);
        while (true) {
            var decision = decision(rulesIn(folder), relative(folder, path), isFolder);
            if (decision.isPresent()) {
                return decision.get();
            }
            if (folder.equals(TOP)) {
                return decision(rules(root.resolve(".git/info/exclude")), path, isFolder)
                        .orElse(false);
            }
            folder = parent(folder);
        }
    }

    private static Optional<Boolean> decision(IgnoreNode rules, String path, boolean isFolder) {
        return Optional.ofNullable(rules.checkIgnored(path, isFolder));
    }

    private IgnoreNode rulesIn(String folder) throws IOException {
        var known = byFolder.get(folder);
        if (known == null) {
            known = isMirror(folder)
                    ? new IgnoreNode()
                    : rules(root.resolve(folder).resolve(".gitignore"));
            byFolder.put(folder, known);
        }
        return known;
    }

    private static boolean isMirror(String folder) {
        return (folder + "/").startsWith("filesystem/") || (folder + "/").startsWith("live/filesystem/");
    }

    private static IgnoreNode rules(Path file) throws IOException {
        var rules = new IgnoreNode();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                rules.parse(file.toString(), in);
            }
        }
        return rules;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? TOP : path.substring(0, slash);
    }

    private static String relative(String folder, String path) {
        return folder.equals(TOP) ? path : path.substring(folder.length() + 1);
    }
}
