package dev.twinsync.git.folder;

import dev.twinsync.git.work.RepoFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;

/**
 * Refuses a folder {@code .git} that leads out of itself, as one that came in an archive may: JGit would read and write
 * wherever it leads. It also would be no whole copy, from which a machine could be brought back.
 *
 * @param git the folder
 */
public record GitBounds(Path git) {

    private static final int ALL_LEVELS = Integer.MAX_VALUE;

    /** What JGit reads or writes, and how many levels down; what hooks and other programs have there is no concern of it. */
    private static final Map<String, Integer> USED = Map.ofEntries(
            Map.entry("HEAD", 0),
            Map.entry("config", 0),
            Map.entry("index", 0),
            Map.entry("packed-refs", 0),
            Map.entry("shallow", 0),
            Map.entry("gc.pid", 0),
            Map.entry("twin-packed", 0),
            Map.entry("objects", 1),
            Map.entry("objects/info", 1),
            Map.entry("objects/pack", 1),
            Map.entry("refs", ALL_LEVELS),
            Map.entry("reftable", ALL_LEVELS),
            Map.entry("logs", ALL_LEVELS),
            Map.entry("info", ALL_LEVELS));

    private static final List<String> ELSEWHERE = List.of("commondir", "objects/info/alternates");

    public void check() throws IOException {
        for (var used : USED.entrySet()) {
            checkBelow(git.resolve(used.getKey()), used.getValue());
        }
        for (String file : ELSEWHERE) {
            if (Files.exists(git.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
                throw new RepoFault(
                        git.resolve(file) + " says that a part of this repository is kept in another: twin works"
                                + " only in a whole one; make it whole with git repack -a -d and delete the file, or clone it");
            }
        }
    }

    private static void checkBelow(Path start, int levels) throws IOException {
        if (!Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var odd = Files.find(start, levels, (_, attributes) -> isOdd(attributes))) {
            var first = odd.findFirst();
            if (first.isPresent()) {
                throw new RepoFault(first.get() + " is "
                        + (Files.isSymbolicLink(first.get()) ? "a symbolic link" : "a special file")
                        + ": twin does not follow it; put what it leads to in its place, or clone the repository");
            }
        }
    }

    private static boolean isOdd(BasicFileAttributes attributes) {
        return !attributes.isRegularFile() && !attributes.isDirectory();
    }
}
