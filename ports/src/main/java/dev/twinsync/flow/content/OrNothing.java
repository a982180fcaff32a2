package dev.twinsync.flow.content;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.SecretFound;
import dev.twinsync.port.TwinRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Edits that are there to be committed: where that fails, the files are put back as they were, for a command that says it failed
 * would find nothing to do when it is run again. What holds a secret stays, since only what stands there can be allowed.
 */
public final class OrNothing {

    private final TwinRepo repo;
    private final Optional<String> head;
    private final Map<String, Edited> files = new LinkedHashMap<>();

    private OrNothing(TwinRepo repo) throws IOException {
        this.repo = repo;
        this.head = repo.head();
    }

    /**
     * @param before what the file was; empty: there was none
     * @param former what it held
     * @param made what it was when the edit was done
     */
    private record Edited(Optional<Digest> before, Optional<Opener> former, Optional<Digest> made) {

        Edited become(Optional<Digest> now) {
            return new Edited(before, former, now);
        }

        /** The edit failed before it changed anything, as on a full disk, on which nothing could be put back either. */
        boolean isUnchanged() {
            return made.equals(before);
        }
    }

    /** Some edits and their commit. */
    @FunctionalInterface
    public interface Body<T> {
        T done(OrNothing edits) throws IOException;
    }

    /** What changes one file. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    public static <T> T of(TwinRepo repo, Body<T> body) throws IOException {
        var edits = new OrNothing(repo);
        try {
            return body.done(edits);
        } catch (SecretFound stays) {
            throw stays;
        } catch (IOException failed) {
            throw edits.putBack(failed);
        }
    }

    /** @param path of the file that the work changes, relative to the repository */
    public void edit(String path, Work work) throws IOException {
        var known = files.containsKey(path) ? files.get(path) : asItIs(path);
        try {
            work.run();
        } finally {
            files.put(path, known.become(repo.digest(path)));
        }
    }

    /** What is committed need not be held in memory. */
    private Edited asItIs(String path) throws IOException {
        var digest = repo.digest(path);
        return new Edited(digest, digest.isEmpty() ? Optional.empty() : Optional.of(former(path, digest)), digest);
    }

    private Opener former(String path, Optional<Digest> digest) throws IOException {
        if (head.isPresent() && repo.at(head.get()).digest(path).equals(digest)) {
            return () -> repo.at(head.get()).open(path);
        }
        try (var content = repo.open(path)) {
            var bytes = content.readAllBytes();
            return () -> new ByteArrayInputStream(bytes);
        }
    }

    /** @return why it failed, with what could not be put back */
    private IOException putBack(IOException failed) throws IOException {
        if (!repo.head().equals(head)) {
            return failed;
        }
        var left = files.entrySet().stream()
                .filter(file -> !file.getValue().isUnchanged())
                .flatMap(file -> putBack(file.getKey(), file.getValue()).stream())
                .toList();
        return left.isEmpty() ? failed : new IOException(inWords(failed, left), failed);
    }

    private static String inWords(IOException failed, List<String> left) {
        return String.join(
                "; ",
                Stream.concat(Stream.of(failed.getMessage()), left.stream()).toList());
    }

    /** Why it was not; empty where it was. */
    private Optional<String> putBack(String path, Edited file) {
        try {
            if (!repo.digest(path).equals(file.made())) {
                return Optional.of(path + " was changed by somebody else meanwhile, and stays as it is now");
            }
            restore(path, file.former());
            return Optional.empty();
        } catch (IOException broken) {
            return Optional.of(path + " is changed all the same: " + broken.getMessage());
        }
    }

    private void restore(String path, Optional<Opener> former) throws IOException {
        if (former.isEmpty()) {
            repo.delete(path);
            return;
        }
        try (var content = former.get().open()) {
            repo.store(path, content);
        }
    }
}
