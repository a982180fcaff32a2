package dev.twinsync.git;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** A file of settings in Git's own format. */
final class GitSettings {

    private GitSettings() {}

    /** Empty where there is no such file. */
    static FileBasedConfig load(Path file) throws IOException {
        var settings = new FileBasedConfig(file.toFile(), FS.DETECTED);
        try {
            settings.load();
            return settings;
        } catch (ConfigInvalidException invalid) {
            throw new RepoFault(file + " is not a Git configuration: " + invalid.getMessage());
        }
    }
}
