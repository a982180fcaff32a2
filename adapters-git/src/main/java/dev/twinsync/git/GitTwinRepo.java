package dev.twinsync.git;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.Document;
import dev.twinsync.port.Edit;
import dev.twinsync.port.Recollection;
import dev.twinsync.port.RepoCommit;
import dev.twinsync.port.RepoContents;
import dev.twinsync.port.RepoPath;
import dev.twinsync.port.SecretGate;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;

/** A twin repository in a folder, by JGit. */
public final class GitTwinRepo implements TwinRepo {

    private final WorkTree workTree;
    private final WorkDocuments documents;
    private final GitFolder git;
    private final GitPast past;
    private final Identity identity;
    private final SecretGate gate;

    /**
     * @param root the work tree, which need not be there yet
     * @param home where the user keeps {@code .gitconfig}, of which only the name and the address are read
     * @param gate what is committed has to pass
     */
    public GitTwinRepo(Path root, Path home, SecretGate gate) {
        this(root, home, gate, Recollection.NONE);
    }

    /** @param known what an earlier command has read */
    public GitTwinRepo(Path root, Path home, SecretGate gate, Recollection known) {
        var absolute = root.toAbsolutePath().normalize();
        this.workTree = new WorkTree(absolute, known.repository());
        this.documents = new WorkDocuments(workTree, new KnownDocuments(known.memory()));
        this.git = new GitFolder(absolute);
        this.past = new GitPast(git);
        this.identity = new Identity(home);
        this.gate = gate;
    }

    @Override
    public Path root() {
        return workTree.root();
    }

    @Override
    public boolean exists() {
        return Files.isRegularFile(root().resolve("config.yaml"), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void create(Map<String, byte[]> files) throws IOException {
        inWords("make a repository in " + root(), () -> {
            if (!Files.exists(root())) {
                Files.createDirectories(root().getParent());
                Files.createDirectory(root(), Durable.OWNER_ONLY);
            }
            git.create();
            workTree.writeMissing(files);
            return true;
        });
    }

    @Override
    public <T> Reading<Optional<T>> read(Document<T> document) throws IOException {
        var path = RepoPath.of(document.path());
        return inWords("read " + path, () -> documents.read(path, document));
    }

    @Override
    public <T> void write(Document<T> document, T value) throws IOException {
        var path = RepoPath.of(document.path());
        act("write " + path, () -> documents.write(path, document, value));
    }

    @Override
    public void delete(String path) throws IOException {
        var checked = RepoPath.of(path);
        act("delete " + path, () -> workTree.delete(checked));
    }

    @Override
    public List<String> list(String folder) throws IOException {
        var checked = RepoPath.of(folder);
        return inWords(
                "list " + folder,
                () -> workTree.files(checked).stream()
                        .filter(file -> !file.isLink() && !file.path().equals(folder))
                        .map(WorkFile::path)
                        .toList());
    }

    @Override
    public Optional<Digest> digest(String path) throws IOException {
        var checked = RepoPath.of(path);
        return inWords("read " + path, () -> workTree.digest(checked));
    }

    @Override
    public InputStream open(String path) throws IOException {
        var checked = RepoPath.of(path);
        return inWords("read " + path, () -> workTree.open(checked));
    }

    @Override
    public Digest store(String path, InputStream content) throws IOException {
        var checked = RepoPath.of(path);
        return inWords("write " + path, () -> workTree.write(checked, content));
    }

    @Override
    public Optional<String> head() throws IOException {
        return inWords("read the repository in " + root(), git::head);
    }

    @Override
    public RepoContents at(String commit) throws IOException {
        return past.at(commit);
    }

    @Override
    public String commitId(String commit) throws IOException {
        return past.id(commit);
    }

    @Override
    public List<RepoCommit> commits(Set<String> below, int most) throws IOException {
        return past.commits(Coverage.ofPaths(below), most);
    }

    @Override
    public List<String> uncommitted(Set<String> paths) throws IOException {
        var coverage = Coverage.ofPaths(paths);
        return withGit("look at what changed in " + root(), (git, commits) -> commits.changed(coverage));
    }

    @Override
    public void edit(String path, List<Edit> edits) throws IOException {
        var checked = RepoPath.of(path);
        act("write " + path, () -> documents.edit(checked, edits));
    }

    @Override
    public <T> void amend(Document<T> document, T value) throws IOException {
        var path = RepoPath.of(document.path());
        act("write " + path, () -> documents.amend(path, document, value));
    }

    @Override
    public List<Leak> leaks(Set<String> paths) throws IOException {
        var coverage = Coverage.ofPaths(paths);
        return withGit("look for secrets in " + root(), (git, commits) -> commits.leaks(coverage));
    }

    @Override
    public Optional<String> commit(String message, Set<String> paths, Set<String> along) throws IOException {
        var reasons = Coverage.ofPaths(paths);
        var others = Coverage.ofPaths(along);
        return withGit(
                "commit in " + root(),
                (git, commits) -> commits.make(message, identity.of(git.getConfig()), reasons, others)
                        .map(ObjectId::name));
    }

    @FunctionalInterface
    private interface GitWork<T> {
        T run(FileRepository git, PathCommit commits) throws IOException;
    }

    private <T> T withGit(String doing, GitWork<T> work) throws IOException {
        return inWords(doing, () -> {
            try (var repository = git.open()) {
                var last = new LastCommit(repository, git.head().map(ObjectId::fromString));
                return work.run(repository, new PathCommit(repository, last, workTree, gate));
            } catch (IllegalArgumentException setting) {
                throw new RepoFault(
                        "Git cannot work with a setting in " + git.path().resolve("config") + ": " + setting);
            }
        });
    }

    @FunctionalInterface
    private interface Act {
        void run() throws IOException;
    }

    private void act(String doing, Act act) throws IOException {
        inWords(doing, () -> {
            act.run();
            return true;
        });
    }

    /** Nothing is done in a repository of somebody else. */
    private <T> T inWords(String doing, RepoFault.Work<T> work) throws IOException {
        return RepoFault.inWords(doing, () -> {
            git.refuseForeign();
            return work.run();
        });
    }
}
