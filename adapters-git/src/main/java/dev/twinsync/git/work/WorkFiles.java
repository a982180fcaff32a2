package dev.twinsync.git.work;

import dev.twinsync.port.RepoPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/** Files of the work tree beside those of commits: compared by content, and replaced byte for byte. */
public record WorkFiles(WorkTree workTree, ObjectReader reader) {

    private static final int LONGEST_TARGET = 4096;
    private static final ObjectInserter.Formatter IDS = new ObjectInserter.Formatter();

    /** What stands there; empty where nothing does. A folder or a device is something that no commit has. */
    public Optional<TreeFile> now(String path) throws IOException {
        var place = workTree.locate(new RepoPath(path));
        var file = WorkFile.of(path, place);
        if (file.isEmpty()) {
            return Files.exists(place, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(new TreeFile(FileMode.MISSING, ObjectId.zeroId()))
                    : Optional.empty();
        }
        try (var content = file.get().content()) {
            var size =
                    file.get().isLink() ? targetBytes(place).length : file.get().size();
            return Optional.of(new TreeFile(file.get().mode(), IDS.idFor(Constants.OBJ_BLOB, size, content)));
        }
    }

    private static byte[] targetBytes(Path link) throws IOException {
        return Files.readSymbolicLink(link).toString().getBytes(StandardCharsets.UTF_8);
    }

    public void put(String path, TreeFile file) throws IOException {
        var checked = new RepoPath(path);
        if (file.mode().equals(FileMode.SYMLINK)) {
            link(checked, file);
            return;
        }
        try (var content = reader.open(file.id(), Constants.OBJ_BLOB).openStream()) {
            workTree.write(checked, content);
        }
        makeExecutable(workTree.locate(checked), file.mode().equals(FileMode.EXECUTABLE_FILE));
    }

    private void link(RepoPath path, TreeFile file) throws IOException {
        var place = workTree.locate(path);
        Durable.createFolders(workTree.root(), place.getParent());
        var target = new String(
                reader.open(file.id(), Constants.OBJ_BLOB).getCachedBytes(LONGEST_TARGET), StandardCharsets.UTF_8);
        var unfinished = place.resolveSibling(Durable.LEFTOVER + UUID.randomUUID());
        Files.createSymbolicLink(unfinished, Path.of(target));
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        Durable.sync(place.getParent());
    }

    /** For whoever may read it, as git does it. */
    private static void makeExecutable(Path file, boolean executable) throws IOException {
        var permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        var before = Set.copyOf(permissions);
        allow(permissions, PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE, executable);
        allow(permissions, PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE, executable);
        allow(permissions, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE, executable);
        if (!permissions.equals(before)) {
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private static void allow(
            Set<PosixFilePermission> permissions,
            PosixFilePermission reads,
            PosixFilePermission executes,
            boolean executable) {
        if (executable && permissions.contains(reads)) {
            permissions.add(executes);
        } else {
            permissions.remove(executes);
        }
    }

    public void delete(String path) throws IOException {
        workTree.delete(new RepoPath(path));
    }

    /** Takes away what was left beside a file where a write was cut off. */
    public void clearLeftovers(String beside) throws IOException {
        workTree.clearLeftovers(new RepoPath(beside));
    }

    /** How the index notes that the file is as the commit has it; as one that has to be looked at where it is not. */
    public DirCacheEntry entry(String path, TreeFile file) throws IOException {
        var entry = new DirCacheEntry(path);
        entry.setFileMode(file.mode());
        entry.setObjectId(file.id());
        var found = WorkFile.of(path, workTree.locate(new RepoPath(path)));
        if (found.isPresent() && now(path).equals(Optional.of(file))) {
            entry.setLength(found.get().size());
            entry.setLastModified(found.get().modified());
            entry.setCreationTime(found.get().changed().toEpochMilli());
        }
        return entry;
    }
}
