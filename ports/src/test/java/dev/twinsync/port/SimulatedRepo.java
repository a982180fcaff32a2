package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A twin repository in memory. A document is kept as the tree that was written and can be read as that only; bytes that
 * were stored are not understood as a document.
 */
public final class SimulatedRepo implements TwinRepo {

    private final Map<String, Tree> documents = new TreeMap<>();
    private final Map<String, Digest> committed = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private Optional<String> head = Optional.empty();
    private boolean full;

    /** From here on the disk is full. */
    public void fillUp() {
        full = true;
    }

    @Override
    public Path root() {
        return Path.of("/simulated");
    }

    @Override
    public boolean exists() {
        return files.containsKey("config.yaml");
    }

    @Override
    public void create(Map<String, byte[]> initial) throws IOException {
        for (var file : initial.entrySet()) {
            files.putIfAbsent(RepoPath.of(file.getKey()).text(), file.getValue().clone());
        }
    }

    @Override
    public <T> Reading<Optional<T>> read(Document<T> document) throws IOException {
        var path = RepoPath.of(document.path()).text();
        if (!files.containsKey(path)) {
            return new Reading.Value<>(Optional.empty());
        }
        return Optional.ofNullable(documents.get(path))
                .map(tree -> document.shape().read(tree).<Optional<T>>map(Optional::of))
                .orElseGet(() -> Reading.wrong(new Place(path, 1, 1), "is not a document"));
    }

    @Override
    public <T> void write(Document<T> document, T value) throws IOException {
        var tree = document.shape().write(value);
        store(document.path(), new ByteArrayInputStream(JsonTree.compact(tree).getBytes(StandardCharsets.UTF_8)));
        documents.put(document.path(), tree);
    }

    @Override
    public void delete(String path) throws IOException {
        documents.remove(path);
        files.remove(RepoPath.of(path).text());
    }

    @Override
    public List<String> list(String folder) throws IOException {
        var prefix = RepoPath.of(folder).text() + "/";
        return files.keySet().stream().filter(path -> path.startsWith(prefix)).toList();
    }

    @Override
    public Optional<Digest> digest(String path) throws IOException {
        return Optional.ofNullable(files.get(RepoPath.of(path).text())).map(Sha256::of);
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Optional.ofNullable(files.get(RepoPath.of(path).text()))
                .map(ByteArrayInputStream::new)
                .orElseThrow(() -> new IOException("there is no " + path));
    }

    @Override
    public Digest store(String path, InputStream content) throws IOException {
        if (full) {
            throw new IOException("cannot write " + path + ": No space left on device");
        }
        var bytes = content.readAllBytes();
        documents.remove(path);
        files.put(RepoPath.of(path).text(), bytes);
        return Sha256.of(bytes);
    }

    @Override
    public Optional<String> head() {
        return head;
    }

    @Override
    public Optional<String> commit(String message, Set<String> paths) throws IOException {
        for (String path : paths) {
            RepoPath.of(path);
        }
        Predicate<String> covered = file -> paths.stream().anyMatch(path -> new RepoPath(path).covers(file));
        var after = new TreeMap<>(committed);
        after.keySet().removeIf(covered);
        files.forEach((path, bytes) -> {
            if (covered.test(path)) {
                after.keySet().removeIf(other -> new RepoPath(other).covers(path)); // a file that is a folder now
                after.put(path, Sha256.of(bytes));
            }
        });
        if (after.equals(committed)) {
            return Optional.empty();
        }
        committed.clear();
        committed.putAll(after);
        head = Optional.of(Sha256.of((head + message + committed).getBytes(StandardCharsets.UTF_8))
                .text());
        return head;
    }
}
