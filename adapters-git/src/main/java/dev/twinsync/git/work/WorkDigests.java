package dev.twinsync.git.work;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.FileStamp;
import dev.twinsync.port.KnownContent;
import dev.twinsync.port.RepoPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The digests of files of a work tree, for one question: the way into a folder is looked at once. */
public final class WorkDigests {

    private final WorkTree tree;
    private final KnownContent known;
    private final Map<String, Path> folders = new HashMap<>();

    /** @param known what was read before */
    public WorkDigests(WorkTree tree, KnownContent known) {
        this.tree = tree;
        this.known = known;
    }

    /** Empty where there is no such regular file. */
    public Optional<Digest> of(RepoPath path) throws IOException {
        var file = locate(path);
        var stamp = FileStamp.of(file);
        if (stamp.isEmpty()) {
            return Optional.empty();
        }
        var content = known.of(stamp.get());
        return Optional.of(content.isPresent() ? content.get().digest() : read(file, stamp.get()));
    }

    /** @param paths as the repository has them */
    public Map<String, Optional<Digest>> of(Collection<String> paths) throws IOException {
        var digests = new HashMap<String, Optional<Digest>>();
        for (String path : paths) {
            digests.put(path, of(RepoPath.of(path)));
        }
        return digests;
    }

    private Path locate(RepoPath path) throws IOException {
        int slash = path.text().lastIndexOf('/') + 1;
        var name = path.text().substring(slash);
        var folder = path.text().substring(0, slash);
        var seen = folders.get(folder);
        if (seen != null) {
            return seen.resolve(name);
        }
        var file = tree.locate(path);
        folders.put(folder, file.getParent());
        return file;
    }

    /** What was changed since it was looked at has another stamp by now, so what is learnt of the former one is never believed. */
    private Digest read(Path file, FileStamp before) throws IOException {
        var began = Instant.now();
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var digest = Digests.of(in, before.size());
            known.learn(before, began, new KnownContent.Content(digest, false));
            return digest;
        }
    }
}
