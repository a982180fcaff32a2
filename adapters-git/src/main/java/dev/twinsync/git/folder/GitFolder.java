package dev.twinsync.git.folder;

import dev.twinsync.git.work.Durable;
import dev.twinsync.git.work.RepoFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The folder {@code .git} of a work tree. */
public record GitFolder(Path workTree) {

    /** Something that is done to the repository. */
    @FunctionalInterface
    public interface Act {
        void run() throws IOException;
    }

    public GitFolder {
        QuietGit.install();
    }

    public Path path() {
        return workTree.resolve(".git");
    }

    /** As {@link RepoFault#inWords}; in what belongs to somebody else nothing is done. */
    public <T> T inWords(String doing, RepoFault.Work<T> work) throws IOException {
        return RepoFault.inWords(doing, () -> {
            refuseForeign();
            return work.run();
        });
    }

    /** The same, where nothing comes of it. */
    public void act(String doing, Act act) throws IOException {
        inWords(doing, () -> {
            act.run();
            return true;
        });
    }

    /** Refuses what belongs to somebody else, and a {@code .git} that is kept elsewhere. */
    private void refuseForeign() throws IOException {
        if (Files.exists(workTree)) {
            Ownership.refuseForeign(workTree.toRealPath());
        }
        if (Files.exists(path(), LinkOption.NOFOLLOW_LINKS)) {
            Ownership.refuseForeign(path());
            if (!Files.isDirectory(path(), LinkOption.NOFOLLOW_LINKS)) {
                throw new RepoFault(
                        path() + " is not a folder: twin does not work in a linked work tree or a submodule; clone the"
                                + " repository into a folder of its own and name that with --repo");
            }
        }
    }

    /** Makes what is missing of a repository. By hand, since JGit would start a shell to ask for the file mode mask. */
    public void create() throws IOException {
        new GitBounds(path()).check();
        RepositoryFormat.check(this, settings());
        Durable.createFolders(workTree, path());
        for (String folder : List.of("objects/info", "objects/pack", "refs/heads", "refs/tags")) {
            Files.createDirectories(path().resolve(folder));
        }
        var head = path().resolve("HEAD");
        if (!Files.exists(head, LinkOption.NOFOLLOW_LINKS)) {
            Files.writeString(head, "ref: refs/heads/main\n");
            Durable.sync(head);
        }
        configure();
    }

    private FileBasedConfig settings() throws IOException {
        return GitSettings.ofRepository(path().resolve("config"));
    }

    /** The bytes of mirrored files must survive, whatever the user's own settings say. */
    private void configure() throws IOException {
        var config = settings();
        var before = config.toText();
        if (before.isBlank()) {
            config.setInt("core", null, "repositoryformatversion", 0);
            config.setBoolean("core", null, "bare", false);
            config.setBoolean("core", null, "logallrefupdates", true);
        }
        config.setBoolean("core", null, "filemode", true);
        config.setBoolean("core", null, "autocrlf", false);
        config.setString("core", null, "fsync", "committed,index");
        if (!config.toText().equals(before)) {
            config.save();
        }
    }

    /** The caller closes it. No hook runs of what is done through it. */
    public FileRepository open() throws IOException {
        if (!Files.exists(path().resolve("HEAD"))) {
            throw new RepoFault("there is no Git repository in " + workTree + ": make one with twin init");
        }
        new GitBounds(path()).check();
        RepositoryFormat.check(this, settings()); // says in words what is wrong with it, too; JGit does not
        var repository = new Untidied(new FileRepositoryBuilder()
                .setGitDir(path().toFile())
                .setWorkTree(workTree.toFile())
                .setup());
        repository.getConfig().setString("core", null, "hooksPath", "/nonexistent");
        return repository;
    }

    @FunctionalInterface
    public interface Work<T> {
        T by(FileRepository repository) throws IOException;
    }

    /** Opens it for this, and closes it behind it. */
    public <T> T with(Work<T> work) throws IOException {
        try (var repository = open()) {
            return work.by(repository);
        } catch (IllegalArgumentException setting) {
            throw new RepoFault("Git cannot work with a setting in " + path().resolve("config") + ": " + setting);
        }
    }

    /** For who goes through objects of whatever size: larger ones are read bit by bit. */
    public static void keepLittleInMemory(FileRepository repository) {
        repository.getConfig().setString("core", null, "streamFileThreshold", "16m");
    }

    /**
     * Begins no packing by itself, as JGit would in the background after each fetch: where twin ends meanwhile, its lock would keep
     * git from ever packing again. See {@link Packing}.
     */
    private static final class Untidied extends FileRepository {

        Untidied(FileRepositoryBuilder place) throws IOException {
            super(place);
        }

        @Override
        public void autoGC(ProgressMonitor monitor) {
            // see above
        }

        /** A newer git may say that branches are kept in files, which is the usual way: JGit refuses it where it is said. */
        @Override
        public FileBasedConfig getConfig() {
            var config = super.getConfig();
            if (RepositoryFormat.BRANCHES_IN_FILES.equalsIgnoreCase(
                    config.getString("extensions", null, "refStorage"))) {
                config.unset("extensions", null, "refStorage"); // here only: nobody saves these settings
            }
            return config;
        }
    }

    /** The newest commit; empty where there is none yet, be it for want of a Git repository. */
    public Optional<String> head() throws IOException {
        if (Files.notExists(path(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        new GitBounds(path()).check();
        if (Files.exists(path().resolve("reftable"))) {
            return headByJGit();
        }
        try {
            return new GitHead(path()).commit();
        } catch (RepoFault fault) {
            RepositoryFormat.check(this, settings()); // what looks damaged may be whole, and of another kind
            throw fault;
        }
    }

    private Optional<String> headByJGit() throws IOException {
        try (var repository = open()) {
            return Optional.ofNullable(repository.resolve("HEAD")).map(id -> id.name());
        }
    }
}
