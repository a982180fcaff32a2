package dev.twinsync.git.folder;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.git.work.RepoFault;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Config;

/**
 * Refuses a repository whose objects or index are in a form that twin cannot write. Git itself keeps to that rule: what does not
 * know an extension stays away. JGit does not: it would put objects with SHA-1 names among those with SHA-256, and no git could
 * read the index behind it.
 */
final class RepositoryFormat {

    /** How a repository keeps them unless it says otherwise, in the words of one that says so nevertheless. */
    static final String BRANCHES_IN_FILES = "files";

    private static final int NEWEST = 1;

    /** Those that change nothing for twin, by name in small letters; an empty set: whatever they say. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "noop", Set.of(),
            "noop-v1", Set.of(),
            "objectformat", Set.of("sha1"),
            "partialclone", Set.of(),
            "preciousobjects", Set.of(),
            "refstorage", Set.of(BRANCHES_IN_FILES, "reftable"),
            "relativeworktrees", Set.of(),
            "worktreeconfig", Set.of());

    private RepositoryFormat() {}

    /** @param config of the repository itself */
    static void check(GitFolder folder, Config config) throws RepoFault {
        int version = version(folder, config);
        if (version > NEWEST) {
            throw refused(folder, "core.repositoryformatversion " + version);
        }
        for (String extension : config.getNames("extensions")) {
            var value = String.valueOf(config.getString("extensions", null, extension));
            var known = KNOWN.get(extension.toLowerCase(Locale.ROOT));
            if (known == null
                    ? version == NEWEST
                    : !known.isEmpty() && !known.contains(value.toLowerCase(Locale.ROOT))) {
                throw refused(folder, "extensions." + extension + " " + value);
            }
        }
    }

    private static int version(GitFolder folder, Config config) throws RepoFault {
        try {
            return config.getInt("core", null, "repositoryformatversion", 0);
        } catch (IllegalArgumentException _) {
            throw refused(
                    folder,
                    "core.repositoryformatversion " + config.getString("core", null, "repositoryformatversion"));
        }
    }

    /** @param what as the settings of the repository say it */
    private static RepoFault refused(GitFolder folder, String what) {
        return new RepoFault(folder.workTree() + " is a Git repository of a kind that twin cannot write (" + what
                + "), and nothing was done in it. twin needs one in git's usual form, with SHA-1 names: put it aside (mv "
                + ShellWord.of(folder.workTree()) + " " + ShellWord.of(folder.workTree() + ".other")
                + "), make a new one with twin init and copy its state/ and filesystem/ there");
    }
}
