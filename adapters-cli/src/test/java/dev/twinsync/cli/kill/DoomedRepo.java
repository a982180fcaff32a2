package dev.twinsync.cli.kill;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.Document;
import dev.twinsync.port.Edit;
import dev.twinsync.port.RepoCommit;
import dev.twinsync.port.RepoContents;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The process may be killed before each write, and after a commit. */
record DoomedRepo(TwinRepo repo, Doom doom) implements TwinRepo {

    @Override
    public Path root() {
        return repo.root();
    }

    @Override
    public boolean exists() {
        return repo.exists();
    }

    @Override
    public <T> Reading<Optional<T>> read(Document<T> document) throws IOException {
        return repo.read(document);
    }

    @Override
    public List<String> list(String folder) throws IOException {
        return repo.list(folder);
    }

    @Override
    public Optional<Digest> digest(String path) throws IOException {
        return repo.digest(path);
    }

    @Override
    public InputStream open(String path) throws IOException {
        return repo.open(path);
    }

    @Override
    public Optional<String> head() throws IOException {
        return repo.head();
    }

    @Override
    public RepoContents at(String commit) throws IOException {
        return repo.at(commit);
    }

    @Override
    public String commitId(String commit) throws IOException {
        return repo.commitId(commit);
    }

    @Override
    public List<RepoCommit> commits(Set<String> below, int most) throws IOException {
        return repo.commits(below, most);
    }

    @Override
    public List<String> uncommitted(Set<String> paths) throws IOException {
        return repo.uncommitted(paths);
    }

    @Override
    public void create(Map<String, byte[]> files) throws IOException {
        repo.create(files);
    }

    @Override
    public <T> void write(Document<T> document, T value) throws IOException {
        doom.pass();
        repo.write(document, value);
    }

    @Override
    public void pack() throws IOException {
        doom.pass();
        repo.pack();
    }

    @Override
    public void delete(String path) throws IOException {
        doom.pass();
        repo.delete(path);
    }

    @Override
    public Digest store(String path, InputStream content) throws IOException {
        return repo.store(path, content);
    }

    @Override
    public void edit(String path, List<Edit> edits) throws IOException {
        doom.pass();
        repo.edit(path, edits);
    }

    @Override
    public <T> void amend(Document<T> document, T value) throws IOException {
        doom.pass();
        repo.amend(document, value);
    }

    @Override
    public List<Leak> leaks(Set<String> paths) throws IOException {
        return repo.leaks(paths);
    }

    @Override
    public Optional<String> commit(String message, Set<String> paths, Set<String> along) throws IOException {
        doom.pass();
        var commit = repo.commit(message, paths, along);
        doom.pass();
        return commit;
    }
}
