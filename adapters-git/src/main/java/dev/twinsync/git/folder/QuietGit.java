package dev.twinsync.git.folder;

import org.eclipse.jgit.internal.util.CleanupService;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * What JGit learns of the world: the repository's own settings and nothing of the user's or the system's, which change
 * bytes ({@code autocrlf}), hide files ({@code excludesFile}) or want a signature. It also keeps JGit from asking the
 * {@code git} program where the system's settings are, and from measuring the disk's clock for three seconds.
 */
final class QuietGit extends SystemReader.Delegate {

    private QuietGit(SystemReader usual) {
        super(usual);
    }

    static void install() {
        if (!(SystemReader.getInstance() instanceof QuietGit)) {
            new CleanupService(); // makes itself known: without one JGit reads all its messages, to tidy up at the end
            SystemReader.setInstance(new QuietGit(SystemReader.getInstance()));
        }
    }

    @Override
    public String getenv(String variable) {
        return variable.startsWith("GIT_") ? null : super.getenv(variable); // null is how it says "not set"
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Defaults(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Defaults(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Defaults(parent, fs);
    }

    /** Settings that are on no disk. */
    private static final class Defaults extends FileBasedConfig {

        private Defaults(Config parent, FS fs) {
            super(parent, null, fs);
            setBoolean("core", null, "fsyncObjectFiles", true);
            setBoolean("core", null, "fsyncRefFiles", true);
            setBoolean("receive", null, "autogc", false); // in a folder that is pushed to; see GitFolder
        }

        @Override
        public void load() {
            // there is no file behind it
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        /** How finely a disk tells times apart: the coarsest there is, so that "unchanged" is never believed too early. */
        @Override
        public String getString(String section, String subsection, String name) {
            return section.equals("filesystem") ? "2 seconds" : super.getString(section, subsection, name);
        }
    }
}
