package dev.twinsync.git.work;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.RepoPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a repository. No path here ever passes through a link. */
public record WorkTree(Path root) {

    /** Where a file is or would be; refuses a way there that is not made of real folders. */
    Path locate(RepoPath path) throws IOException {
        var place = root;
        var names = path.names();
        for (String name : names.subList(0, names.size() - 1)) {
            place = place.resolve(name);
            if (isThere(place) && !isFolder(place)) {
                throw new RepoFault("%s is not a folder but %s: twin does not go through it to %s"
                        .formatted(root.relativize(place), kind(place), path));
            }
        }
        return place.resolve(names.getLast());
    }

    /** How large a file is; empty where there is none. */
    public Optional<Long> size(RepoPath path) throws IOException {
        var file = locate(path);
        if (!isThere(file)) {
            return Optional.empty();
        }
        refuseUnlessRegular(path, file);
        return Optional.of(Files.size(file));
    }

    /** @param most of a file that has grown meanwhile no more than this is read */
    public byte[] read(RepoPath path, int most) throws IOException {
        try (var in = Files.newInputStream(locate(path), LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most);
        }
    }

    public InputStream open(RepoPath path) throws IOException {
        var file = locate(path);
        if (isThere(file)) {
            refuseUnlessRegular(path, file);
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    boolean has(RepoPath path) throws IOException {
        return isThere(locate(path));
    }

    public Digest write(RepoPath path, InputStream content) throws IOException {
        var file = locate(path);
        if (isThere(file)) {
            refuseUnlessRegular(path, file);
        }
        Durable.createFolders(root, file.getParent());
        return Durable.replace(file, content);
    }

    /** Of these files those that are not there, by path. */
    public void writeMissing(Map<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            var path = RepoPath.of(file.getKey());
            if (!has(path)) {
                write(path, new ByteArrayInputStream(file.getValue()));
            }
        }
    }

    public void delete(RepoPath path) throws IOException {
        var file = locate(path);
        if (isFolder(file)) {
            throw new RepoFault(path + " is a folder: twin deletes files only");
        }
        if (Files.deleteIfExists(file)) {
            Durable.sync(file.getParent());
            dropEmptyFolders(file.getParent());
        }
    }

    /** Takes away what writes that were cut off have left beside a file. */
    void clearLeftovers(RepoPath beside) throws IOException {
        var folder = locate(beside).getParent();
        if (isFolder(folder)) {
            try (var leftovers = Files.newDirectoryStream(folder, Durable::isLeftover)) {
                for (Path leftover : leftovers) {
                    Files.deleteIfExists(leftover);
                }
            }
        }
    }

    /** Git knows no empty folders either; those at the top are the layout and stay. */
    private void dropEmptyFolders(Path from) throws IOException {
        for (var folder = from; !folder.equals(root) && !folder.getParent().equals(root); folder = folder.getParent()) {
            try (var content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }

    /** The regular files and links at or below a path, in order of their path; nested repositories are left out. */
    public List<WorkFile> files(RepoPath path) throws IOException {
        var start = locate(path);
        if (Files.isSymbolicLink(start)) {
            throw new RepoFault(path + " is not a folder but a symbolic link: twin does not follow it");
        }
        var found = new ArrayList<WorkFile>();
        collect(path.text(), start, found);
        found.sort((one, other) -> one.path().compareTo(other.path()));
        return found;
    }

    private void collect(String path, Path place, List<WorkFile> found) throws IOException {
        if (path.indexOf('\ufffd') >= 0) {
            throw new RepoFault("the name of " + path + " is not UTF-8: rename it, twin cannot say it in a document");
        }
        var file = WorkFile.of(path, place);
        if (file.isPresent()) {
            found.add(file.get());
        } else if (isFolder(place) && !isThere(place.resolve(".git"))) {
            collectBelow(path, place, found);
        }
    }

    private void collectBelow(String path, Path place, List<WorkFile> found) throws IOException {
        try (var content = Files.newDirectoryStream(place, entry -> !Durable.isLeftover(entry))) {
            for (Path entry : content) {
                collect(path + "/" + entry.getFileName(), entry, found);
            }
        }
    }

    private void refuseUnlessRegular(RepoPath path, Path file) throws IOException {
        if (!isRegular(file)) {
            throw new RepoFault(path + " is not a file but " + kind(file) + ": twin does not follow it");
        }
    }

    private static String kind(Path place) {
        if (Files.isSymbolicLink(place)) {
            return "a symbolic link";
        }
        return isFolder(place) ? "a folder" : isRegular(place) ? "a file" : "a special file";
    }

    private static boolean isThere(Path place) {
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFolder(Path place) {
        return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isRegular(Path place) {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
    }
}
