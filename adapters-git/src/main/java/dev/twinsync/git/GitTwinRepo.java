package dev.twinsync.git;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.git.commit.CommitsOfPaths;
import dev.twinsync.git.commit.Coverage;
import dev.twinsync.git.folder.GitFolder;
import dev.twinsync.git.folder.Identity;
import dev.twinsync.git.folder.Packing;
import dev.twinsync.git.past.GitPast;
import dev.twinsync.git.work.Durable;
import dev.twinsync.git.work.WorkDigests;
import dev.twinsync.git.work.WorkFile;
import dev.twinsync.git.work.WorkTree;
import dev.twinsync.port.Document;
import dev.twinsync.port.Edit;
import dev.twinsync.port.KnownContent;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A twin repository in a folder, by JGit. */
public final class GitTwinRepo implements TwinRepo {

    private final WorkTree workTree;
    private final KnownContent known;
    private final WorkDocuments documents;
    private final GitFolder git;
    private final GitPast past;
    private final CommitsOfPaths commits;

    /**
     * @param root the work tree, which need not be there yet
     * @param home where the user keeps {@code .gitconfig}, of which only the name and the address are read
     * @param gate what is committed has to pass
     */
    public GitTwinRepo(Path root, Path home, SecretGate gate) {
        this(root, home, gate, Recollection.none());
    }

    /** @param known what an earlier command has read */
    public GitTwinRepo(Path root, Path home, SecretGate gate, Recollection known) {
        var absolute = root.toAbsolutePath().normalize();
        this.workTree = new WorkTree(absolute);
        this.known = known.repository();
        this.documents = new WorkDocuments(workTree, new KnownDocuments(known));
        this.git = new GitFolder(absolute);
        this.past = new GitPast(git);
        this.commits = new CommitsOfPaths(git, workTree, new Identity(home), gate);
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
        git.act("make a repository in " + root(), () -> {
            if (!Files.exists(root())) {
                Files.createDirectories(root().getParent());
                Files.createDirectory(root(), Durable.OWNER_ONLY);
            }
            git.create();
            workTree.writeMissing(files);
        });
    }

    @Override
    public <T> Reading<Optional<T>> read(Document<T> document) throws IOException {
        var path = RepoPath.of(document.path());
        return git.inWords("read " + path, () -> documents.read(path, document));
    }

    @Override
    public <T> void write(Document<T> document, T value) throws IOException {
        var path = RepoPath.of(document.path());
        git.act("write " + path, () -> documents.write(path, document, value));
    }

    @Override
    public void delete(String path) throws IOException {
        var checked = RepoPath.of(path);
        git.act("delete " + path, () -> workTree.delete(checked));
    }

    @Override
    public List<String> list(String folder) throws IOException {
        var checked = RepoPath.of(folder);
        return git.inWords(
                "list " + folder,
                () -> workTree.files(checked).stream()
                        .filter(file -> !file.isLink() && !file.path().equals(folder))
                        .map(WorkFile::path)
                        .toList());
    }

    @Override
    public Optional<Digest> digest(String path) throws IOException {
        var checked = RepoPath.of(path);
        return git.inWords("read " + path, () -> new WorkDigests(workTree, known).of(checked));
    }

    @Override
    public Map<String, Optional<Digest>> digests(Collection<String> paths) throws IOException {
        return git.inWords("read the files of " + root(), () -> new WorkDigests(workTree, known).of(paths));
    }

    @Override
    public InputStream open(String path) throws IOException {
        var checked = RepoPath.of(path);
        return git.inWords("read " + path, () -> workTree.open(checked));
    }

    @Override
    public Digest store(String path, InputStream content) throws IOException {
        var checked = RepoPath.of(path);
        return git.inWords("write " + path, () -> workTree.write(checked, content));
    }

    @Override
    public Optional<String> head() throws IOException {
        return git.inWords("read the repository in " + root(), git::head);
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
        return git.inWords("look at what changed in " + root(), () -> commits.changed(coverage));
    }

    @Override
    public void edit(String path, List<Edit> edits) throws IOException {
        var checked = RepoPath.of(path);
        git.act("write " + path, () -> documents.edit(checked, edits));
    }

    @Override
    public <T> void amend(Document<T> document, T value) throws IOException {
        var path = RepoPath.of(document.path());
        git.act("write " + path, () -> documents.amend(path, document, value));
    }

    @Override
    public List<Leak> leaks(Set<String> paths) throws IOException {
        var coverage = Coverage.ofPaths(paths);
        return git.inWords("look for secrets in " + root(), () -> commits.leaks(coverage));
    }

    @Override
    public Optional<String> commit(String message, Set<String> paths, Set<String> along) throws IOException {
        var reasons = Coverage.ofPaths(paths);
        var others = Coverage.ofPaths(along);
        return git.inWords("commit in " + root(), () -> commits.make(message, reasons, others));
    }

    @Override
    public void pack() throws IOException {
        git.act("pack the history in " + root(), new Packing(git)::whenDue);
    }
}
