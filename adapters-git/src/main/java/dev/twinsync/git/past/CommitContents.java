package dev.twinsync.git.past;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.git.folder.GitFolder;
import dev.twinsync.git.work.Digests;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.git.yaml.YamlLimits;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.port.Document;
import dev.twinsync.port.RepoContents;
import dev.twinsync.port.RepoPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** What one commit holds. A link in it is no file. */
record CommitContents(GitFolder folder, FileRepository git, ObjectId commit) implements RepoContents {

    @Override
    public <T> Reading<Optional<T>> read(Document<T> document) throws IOException {
        var path = RepoPath.of(document.path());
        return inWords("read " + path, () -> {
            var blob = blob(path);
            return blob.isEmpty() ? new Reading.Value<>(Optional.empty()) : read(path, document, blob.get());
        });
    }

    private static <T> Reading<Optional<T>> read(RepoPath path, Document<T> document, ObjectLoader blob)
            throws IOException {
        var limits = YamlLimits.DEFAULT;
        if (blob.getSize() > limits.bytes()) {
            return Reading.wrong(new Place(path.text(), 1, 1), limits.tooLarge());
        }
        return YamlTree.read(path.text(), blob.getBytes(limits.bytes()))
                .then(document.shape()::read)
                .map(Optional::of);
    }

    @Override
    public List<String> list(String folder) throws IOException {
        var checked = RepoPath.of(folder);
        return inWords("list " + folder, () -> {
            try (var reader = git.newObjectReader();
                    var found = TreeWalk.forPath(reader, checked.text(), tree(reader))) {
                return found != null && found.getFileMode() == FileMode.TREE
                        ? files(reader, folder, found.getObjectId(0))
                        : List.of();
            }
        });
    }

    private static List<String> files(ObjectReader reader, String folder, ObjectId tree) throws IOException {
        var paths = new ArrayList<String>();
        try (var walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                if (isFile(walk)) {
                    paths.add(folder + "/" + walk.getPathString());
                }
            }
        }
        paths.sort(null);
        return paths;
    }

    @Override
    public Optional<Digest> digest(String path) throws IOException {
        var checked = RepoPath.of(path);
        return inWords("read " + path, () -> {
            var blob = blob(checked);
            return blob.isEmpty() ? Optional.empty() : Optional.of(digest(blob.get()));
        });
    }

    private static Digest digest(ObjectLoader blob) throws IOException {
        try (var in = blob.openStream()) {
            return Digests.copy(in, OutputStream.nullOutputStream());
        }
    }

    @Override
    public InputStream open(String path) throws IOException {
        var checked = RepoPath.of(path);
        return inWords(
                "read " + path,
                () -> blob(checked)
                        .orElseThrow(
                                () -> new RepoFault("there is no file " + path + " in the commit " + commit.name()))
                        .openStream());
    }

    private Optional<ObjectLoader> blob(RepoPath path) throws IOException {
        try (var reader = git.newObjectReader();
                var found = TreeWalk.forPath(reader, path.text(), tree(reader))) {
            return found != null && isFile(found) ? Optional.of(git.open(found.getObjectId(0))) : Optional.empty();
        }
    }

    private ObjectId tree(ObjectReader reader) throws IOException {
        try (var walk = new RevWalk(reader)) {
            return walk.parseCommit(commit).getTree().copy();
        }
    }

    private static boolean isFile(TreeWalk found) {
        return (found.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
    }

    private <T> T inWords(String doing, RepoFault.Work<T> work) throws IOException {
        return folder.inWords(doing + " in the commit " + commit.name(), work);
    }
}
