package dev.twinsync.os.files;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.os.Self;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A folder that belongs to whoever runs twin and that nobody else may look into. A file in it is the old one or the new
 * one, whole, whenever twin is stopped.
 */
public record PrivateFolder(Path path) {

    private static final String UNFINISHED = ".new-";
    private static final int OF_OTHERS = 0077;

    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Filler {
        void fill(OutputStream file) throws IOException;
    }

    /** Refused where it is there and is not this user's alone. */
    public boolean isThere() throws IOException {
        var stat = Stat.of(path);
        if (stat.isPresent()) {
            check(stat.get());
        }
        return stat.isPresent();
    }

    private void check(Stat stat) throws IOException {
        if (!stat.isDirectory()) {
            throw new IOException(path + " is not a folder but a link or a file; move it away");
        }
        checkOwner(path, stat);
        if ((stat.mode() & OF_OTHERS) != 0) {
            throw new IOException(
                    "others than its owner have rights on " + path + "; run: chmod 700 " + ShellWord.of(path));
        }
    }

    private static void checkOwner(Path place, Stat stat) throws IOException {
        if (stat.uid() != Self.ofThisProcess().uid()) {
            throw new IOException(place + " belongs to " + Files.getOwner(place, LinkOption.NOFOLLOW_LINKS)
                    + " and not to whoever runs twin; move it away");
        }
    }

    /** Makes it, and what is missing above it. */
    public void make() throws IOException {
        make(path);
        isThere();
    }

    private static void make(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        make(folder.getParent());
        try {
            Files.createDirectory(folder, FOLDER);
        } catch (FileAlreadyExistsException _) {
            // by another twin, or it is a link to nowhere: the check tells
        }
        Ground.sync(folder.getParent().toRealPath());
    }

    /** The path of a file in it; empty where there is none, refused where it is no file of this user's. */
    public Optional<Path> find(String name) throws IOException {
        var place = path.resolve(name);
        var stat = isThere() ? Stat.of(place) : Optional.<Stat>empty();
        if (stat.isEmpty()) {
            return Optional.empty();
        }
        if (!stat.get().isRegular()) {
            throw new IOException(place + " is not a file but a link or something else; move it away");
        }
        checkOwner(place, stat.get());
        return Optional.of(place);
    }

    /** Opens a file for writing that is not there yet. */
    public FileChannel create(String name) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(path.resolve(name), options, FILE);
    }

    /** Makes or replaces a file, on disk once this returns. The folder must be there. */
    public void put(String name, Filler filler) throws IOException {
        var unfinished = path.resolve(UNFINISHED + name);
        Files.deleteIfExists(unfinished);
        try {
            fill(UNFINISHED + name, filler);
            Files.move(unfinished, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        sync();
    }

    /** Makes a file, whole and on disk, unless there is one. Of several who do so at once, one makes it. */
    public void putIfAbsent(String name, Filler filler) throws IOException {
        var unfinished = UNFINISHED + name + "-" + UUID.randomUUID();
        try {
            fill(unfinished, filler);
            Files.createLink(path.resolve(name), path.resolve(unfinished));
        } catch (FileAlreadyExistsException _) {
            // another one was faster
        } finally {
            Files.deleteIfExists(path.resolve(unfinished));
        }
        sync();
    }

    private void fill(String name, Filler filler) throws IOException {
        try (var channel = create(name)) {
            filler.fill(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** What a file would be called that a crash left under this name before it was complete. */
    static String withoutMark(String name) {
        return name.startsWith(UNFINISHED) ? name.substring(UNFINISHED.length()) : name;
    }

    /** Waits until the disk has its list of names. */
    public void sync() throws IOException {
        Ground.sync(path);
    }
}
