package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final SecretGate gate;
    private Optional<String> head = Optional.empty();
    private boolean full;

    /** One that lets everything into it. */
    public SimulatedRepo() {
        this((_, _) -> List.of());
    }

    public SimulatedRepo(SecretGate gate) {
        this.gate = gate;
    }

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
        writeTree(document.path(), document.shape().write(value));
    }

    private void writeTree(String path, Tree tree) throws IOException {
        store(path, new ByteArrayInputStream(JsonTree.compact(tree).getBytes(StandardCharsets.UTF_8)));
        documents.put(path, tree);
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
    public void append(ListItem item) throws IOException {
        var root = Optional.ofNullable(documents.get(RepoPath.of(item.path()).text()))
                .filter(Tree.Mapping.class::isInstance)
                .map(Tree.Mapping.class::cast)
                .orElseThrow(() -> new IOException(item.byHand()));
        var list = root.get(item.key()).orElseGet(() -> Tree.list(List.of()));
        if (!(list instanceof Tree.Sequence(var items, var _))) {
            throw new IOException(item.byHand());
        }
        var longer = new ArrayList<>(items);
        longer.add(Tree.text(item.text()));
        writeTree(item.path(), with(root, item.key(), Tree.list(longer)));
    }

    private static Tree with(Tree.Mapping root, String key, Tree value) {
        var map = Tree.map();
        root.entries().forEach(entry -> map.put(entry.key(), entry.key().equals(key) ? value : entry.value()));
        return root.get(key).isPresent() ? map.build() : map.put(key, value).build();
    }

    @Override
    public List<Leak> leaks(Set<String> paths) throws IOException {
        return leaks(covered(paths));
    }

    private List<Leak> leaks(Predicate<String> covered) throws IOException {
        var leaks = new ArrayList<Leak>();
        for (var file : files.entrySet()) {
            if (covered.test(file.getKey()) && !Sha256.of(file.getValue()).equals(committed.get(file.getKey()))) {
                leaks.addAll(gate.leaks(file.getKey(), new ByteArrayInputStream(file.getValue())));
            }
        }
        return leaks;
    }

    private static Predicate<String> covered(Set<String> paths) throws IOException {
        var checked = new ArrayList<RepoPath>();
        for (String path : paths) {
            checked.add(RepoPath.of(path));
        }
        return file -> checked.stream().anyMatch(path -> path.covers(file));
    }

    @Override
    public Optional<String> commit(String message, Set<String> paths, Set<String> along) throws IOException {
        var reasons = covered(paths);
        var everything = reasons.or(covered(along));
        if (after(reasons).equals(committed)) {
            return Optional.empty();
        }
        var leaks = leaks(everything);
        if (!leaks.isEmpty()) {
            throw new SecretFound(leaks);
        }
        var after = after(everything);
        committed.clear();
        committed.putAll(after);
        head = Optional.of(Sha256.of((head + message + committed).getBytes(StandardCharsets.UTF_8))
                .text());
        return head;
    }

    private Map<String, Digest> after(Predicate<String> covered) {
        var after = new TreeMap<>(committed);
        after.keySet().removeIf(covered);
        files.forEach((path, bytes) -> {
            if (covered.test(path)) {
                after.keySet().removeIf(other -> new RepoPath(other).covers(path)); // a file that is a folder now
                after.put(path, Sha256.of(bytes));
            }
        });
        return after;
    }
}
