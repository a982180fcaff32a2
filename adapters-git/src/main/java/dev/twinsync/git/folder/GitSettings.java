package dev.twinsync.git.folder;

import dev.twinsync.git.work.RepoFault;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** A file of settings in Git's own format. */
public final class GitSettings {

    private GitSettings() {}

    /** Empty where there is no such file. */
    static FileBasedConfig load(Path file) throws IOException {
        return loaded(file, new FileBasedConfig(file.toFile(), FS.DETECTED));
    }

    /** As {@link #load}; refuses settings that are continued in another file, which JGit would read wherever it is. */
    public static FileBasedConfig ofRepository(Path file) throws IOException {
        return loaded(file, new FileBasedConfig(file.toFile(), FS.DETECTED) {
            @Override
            protected byte[] readIncludedConfig(String path) throws ConfigInvalidException {
                throw new ConfigInvalidException("twin reads no settings from elsewhere, as [include] wants it from "
                        + path + "; write them here");
            }
        });
    }

    private static FileBasedConfig loaded(Path file, FileBasedConfig settings) throws IOException {
        try {
            settings.load();
            return settings;
        } catch (ConfigInvalidException invalid) {
            throw new RepoFault(file + " is not a Git configuration: " + reason(invalid));
        }
    }

    /** JGit wraps what is wrong into where it is, level by level. */
    private static String reason(Throwable invalid) {
        return invalid.getCause() == null ? String.valueOf(invalid.getMessage()) : reason(invalid.getCause());
    }
}
