package dev.twinsync.git.folder;

import dev.twinsync.git.work.RepoFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Refuses a repository of another user, as git does with "dubious ownership". JGit has no such check, and what stands in a
 * repository could otherwise make one user act for another.
 */
final class Ownership {

    private static final Path PROCESS = Path.of("/proc/self/status");

    /** Who runs this process does not change; to ask the kernel for every file would cost more than the file. */
    private static volatile int known = -1;

    private Ownership() {}

    static void refuseForeign(Path folder) throws IOException {
        var owner = (Integer) Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        int self = known >= 0 ? known : effectiveUser();
        known = self;
        if (owner != self) {
            var name = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
            throw new RepoFault(folder + " belongs to " + name + " (uid " + owner + "), and twin runs as uid " + self
                    + ". What stands in a repository of another user could make you run their commands: run twin as "
                    + name + ", or make the folder yours with chown -R");
        }
    }

    /** The second number of the line {@code Uid:}, which are the real, effective, saved and file system user. */
    private static int effectiveUser() throws IOException {
        try (var lines = Files.lines(PROCESS)) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .map(line -> line.split("\\s+"))
                    .filter(numbers -> numbers.length > 2)
                    .map(numbers -> Integer.valueOf(numbers[2]))
                    .findFirst()
                    .orElseThrow(() -> new RepoFault(PROCESS + " does not say who runs twin"));
        }
    }
}
