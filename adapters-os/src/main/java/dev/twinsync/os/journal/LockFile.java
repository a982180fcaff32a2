package dev.twinsync.os.journal;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.os.Self;
import dev.twinsync.os.files.ForEverybody;
import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that is locked. It may stand where everybody may make files, so it is looked at first.
 *
 * @param rights who may lock it
 */
record LockFile(Path path, Set<PosixFilePermission> rights, Self self) {

    static final Set<PosixFilePermission> FOR_EVERYBODY = PosixFilePermissions.fromString("rw-rw-rw-");
    static final Set<PosixFilePermission> FOR_ITS_OWNER = PosixFilePermissions.fromString("rw-------");

    /** What the kernel knows the file by, whatever its name. */
    record Identity(long device, long inode) {}

    /** Makes it where it is missing. */
    Identity identity() throws IOException {
        var stat = Stat.of(path);
        if (stat.isEmpty()) {
            make();
            stat = Stat.of(path);
        }
        return check(stat.orElseThrow(() -> new IOException(path + " was taken away just now; try again")));
    }

    private void make() throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            FileChannel.open(path, options, PosixFilePermissions.asFileAttribute(rights))
                    .close();
        } catch (FileAlreadyExistsException _) {
            // another twin was faster
        } catch (NoSuchFileException noFolder) {
            throw new IOException(
                    path.getParent() + " is not there; make it: " + ForEverybody.folder(path.getParent()), noFolder);
        } catch (FileSystemException closed) {
            throw new IOException(cannotBeMade(closed), closed);
        }
    }

    /** On a file system that is read-only, or in a folder that is root's alone. */
    private String cannotBeMade(FileSystemException closed) {
        var reason = closed instanceof AccessDeniedException
                ? "only others may write to that folder; make it: " + ForEverybody.file(path)
                : closed.getReason() + "; something that can be written to has to be mounted there";
        return path + ", which keeps twins from working at once, cannot be made: " + reason;
    }

    private Identity check(Stat stat) throws IOException {
        if (!stat.isRegular() || stat.links() > 1) {
            throw new IOException(
                    path + " is no plain file with one name, so twin does not lock it; remove it: sudo rm "
                            + ShellWord.of(path));
        }
        giveRights(stat);
        return new Identity(stat.device(), stat.inode());
    }

    /** The umask took rights away. Only its owner does this, and in a sticky folder nobody else can exchange it. */
    private void giveRights(Stat stat) throws IOException {
        if (stat.uid() == self.uid()
                && !Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)
                        .containsAll(rights)) {
            Files.setPosixFilePermissions(path, rights);
        }
    }

    /** Whether the name still belongs to that file. */
    boolean is(Identity expected) throws IOException {
        return Stat.of(path)
                .filter(stat -> expected.equals(new Identity(stat.device(), stat.inode())))
                .isPresent();
    }

    /** Without O_CREAT, which the kernel refuses on the files of others in a folder that all share. */
    FileChannel open() throws IOException {
        try {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (AccessDeniedException denied) {
            throw new IOException(
                    path + " belongs to somebody who does not let " + self.name()
                            + " lock it; while no twin is at work: sudo rm " + ShellWord.of(path),
                    denied);
        }
    }
}
