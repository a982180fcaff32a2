package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.JsonTree;
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
 * were stored are not understood as a document, unless they are those of one that was written before.
 */
public final class SimulatedRepo implements TwinRepo {

    private final Map<String, Tree> documents = new TreeMap<>();
    private final Map<String, Tree> everWritten = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final SimulatedPast past = new SimulatedPast();
    private final SecretGate gate;
    private boolean full;
    private boolean locked;
    private boolean unpackable;

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

    /** From here on the history cannot be packed. */
    public void refuseToPack() {
        unpackable = true;
    }

    /** From here on another Git command is at work. */
    public void refuseCommits() {
        locked = true;
    }

    public void allowCommits() {
        locked = false;
    }

    @Override
    public void pack() throws IOException {
        if (unpackable) {
            throw new IOException("cannot pack the history: the Git repository is damaged");
        }
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

    private SimulatedContents now() {
        return new SimulatedContents(files, documents);
    }

    @Override
    public <T> Reading<Optional<T>> read(Document<T> document) throws IOException {
        return now().read(document);
    }

    @Override
    public <T> void write(Document<T> document, T value) throws IOException {
        writeTree(document.path(), document.shape().write(value));
    }

    private void writeTree(String path, Tree tree) throws IOException {
        var json = JsonTree.compact(tree);
        everWritten.put(json, tree);
        store(path, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void delete(String path) throws IOException {
        documents.remove(path);
        files.remove(RepoPath.of(path).text());
    }

    @Override
    public List<String> list(String folder) throws IOException {
        return now().list(folder);
    }

    @Override
    public Optional<Digest> digest(String path) throws IOException {
        return now().digest(path);
    }

    @Override
    public InputStream open(String path) throws IOException {
        return now().open(path);
    }

    @Override
    public Digest store(String path, InputStream content) throws IOException {
        if (full) {
            throw new IOException("cannot write " + path + ": No space left on device");
        }
        var bytes = content.readAllBytes();
        documents.remove(path);
        Optional.ofNullable(everWritten.get(new String(bytes, StandardCharsets.UTF_8)))
                .ifPresent(tree -> documents.put(path, tree));
        files.put(RepoPath.of(path).text(), bytes);
        return Sha256.of(bytes);
    }

    @Override
    public Optional<String> head() {
        return past.head();
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
        return past.commits(below.isEmpty() ? _ -> true : covered(below), most);
    }

    @Override
    public void edit(String path, List<Edit> edits) throws IOException {
        var tree = documents.get(RepoPath.of(path).text());
        for (Edit edit : edits) {
            try {
                tree = EditedTree.of(
                        Optional.ofNullable(tree).orElseThrow(() -> new IOException(edit.byHand(path))), edit);
            } catch (EditedTree.Unfit unfit) {
                throw new IOException(unfit.getMessage() + ": " + edit.byHand(path), unfit);
            }
        }
        writeTree(path, tree);
    }

    @Override
    public <T> void amend(Document<T> document, T value) throws IOException {
        var path = RepoPath.of(document.path()).text();
        if (!files.containsKey(path)) {
            write(document, value);
            return;
        }
        var written =
                Optional.ofNullable(documents.get(path)).orElseThrow(() -> new IOException(path + " is no document"));
        edit(path, Amendment.of(document, written, value));
    }

    @Override
    public List<Leak> leaks(Set<String> paths) throws IOException {
        return leaks(covered(paths));
    }

    private List<Leak> leaks(Predicate<String> covered) throws IOException {
        var leaks = new ArrayList<Leak>();
        for (String path : SimulatedPast.changed(past.last().files(), files)) {
            if (covered.test(path) && files.containsKey(path)) {
                leaks.addAll(gate.leaks(path, new ByteArrayInputStream(files.get(path))));
            }
        }
        return leaks;
    }

    @Override
    public List<String> uncommitted(Set<String> paths) throws IOException {
        return SimulatedPast.changed(past.last().files(), files).stream()
                .filter(covered(paths))
                .toList();
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
        var everything = covered(paths).or(covered(along));
        if (locked) {
            throw new IOException("another Git command is at work");
        }
        if (uncommitted(paths).isEmpty()) {
            return Optional.empty();
        }
        var leaks = leaks(everything);
        if (!leaks.isEmpty()) {
            throw new SecretFound(leaks);
        }
        return Optional.of(past.add(message, after(everything), documents));
    }

    private Map<String, byte[]> after(Predicate<String> covered) {
        var after = new TreeMap<>(past.last().files());
        after.keySet().removeIf(covered);
        files.forEach((path, bytes) -> {
            if (covered.test(path)) {
                after.keySet().removeIf(other -> new RepoPath(other).covers(path)); // a file that is a folder now
                after.put(path, bytes);
            }
        });
        return after;
    }
}
