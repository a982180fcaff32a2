package dev.twinsync.os.files;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An opened directory in which things are done. It was reached from the root over real directories only, and stays the
 * same one whatever its path leads to meanwhile.
 */
public final class Foothold implements AutoCloseable {

    private final SecureDirectoryStream<Path> directory;

    private Foothold(SecureDirectoryStream<Path> directory) {
        this.directory = directory;
    }

    public static Foothold above(Path target) throws IOException, Refusal {
        return new Foothold(open(target.getParent()));
    }

    /** In a directory itself. */
    public static Foothold in(Path directory) throws IOException, Refusal {
        return new Foothold(open(directory));
    }

    /** In a directory within this one, which must be no link. */
    public Foothold below(Path place) throws IOException, Refusal {
        return named(
                place,
                () -> new Foothold(
                        secure(directory.newDirectoryStream(place.getFileName(), LinkOption.NOFOLLOW_LINKS), place)));
    }

    /** Through a directory that one may pass but not read, the path itself must do: only its owner could exchange a name. */
    private static SecureDirectoryStream<Path> open(Path path) throws IOException, Refusal {
        var parent = path.getParent();
        if (parent == null) {
            return openByPath(path);
        }
        SecureDirectoryStream<Path> above;
        try {
            above = open(parent);
        } catch (AccessDeniedException unreadable) {
            return openByPath(path);
        }
        try (above) {
            return named(
                    path, () -> secure(above.newDirectoryStream(path.getFileName(), LinkOption.NOFOLLOW_LINKS), path));
        }
    }

    private static SecureDirectoryStream<Path> openByPath(Path path) throws IOException, Refusal {
        if (Stat.of(path).filter(Stat::isDirectory).isEmpty()) {
            throw new Refusal(path + " is not a directory");
        }
        return secure(Files.newDirectoryStream(path), path);
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> opened, Path path) throws Refusal {
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        throw new Refusal("this system cannot work in " + path + " without following links");
    }

    /** A new file, which nobody else may read. */
    public FileChannel create(Path place) throws IOException, Refusal {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        var onlyMine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return named(place, () -> (FileChannel) directory.newByteChannel(place.getFileName(), options, onlyMine));
    }

    /** Gives what is called so another name, which may be taken. */
    public void move(Path from, Path to) throws IOException, Refusal {
        named(to, () -> {
            directory.move(from.getFileName(), directory, to.getFileName());
            return true;
        });
    }

    /** Whether there was such a file or link. */
    public boolean delete(Path place) throws IOException, Refusal {
        return named(place, () -> {
            try {
                directory.deleteFile(place.getFileName());
                return true;
            } catch (NoSuchFileException absent) {
                return false;
            }
        });
    }

    public void deleteDirectory(Path place) throws IOException, Refusal {
        named(place, () -> {
            directory.deleteDirectory(place.getFileName());
            return true;
        });
    }

    public PosixFileAttributeView attributes(Path place) {
        return directory.getFileAttributeView(
                place.getFileName(), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Of the directory itself. */
    public PosixFileAttributes ownAttributes() throws IOException {
        return directory.getFileAttributeView(PosixFileAttributeView.class).readAttributes();
    }

    /** What stands under a name, be it a link; empty: nothing does. */
    public Optional<PosixFileAttributes> look(Path place) throws IOException, Refusal {
        return named(place, () -> {
            try {
                return Optional.of(attributes(place).readAttributes());
            } catch (NoSuchFileException absent) {
                return Optional.empty();
            }
        });
    }

    /** The bytes of a file, at most so many and one more. */
    public byte[] read(Path place, int most) throws IOException, Refusal {
        var options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        return named(place, () -> {
            try (var channel = directory.newByteChannel(place.getFileName(), options)) {
                return Channels.newInputStream(channel).readNBytes(most + 1);
            }
        });
    }

    /** The names in it, each only once a foothold. */
    public List<Path> names() throws IOException {
        try {
            var names = new ArrayList<Path>();
            directory.forEach(entry -> names.add(entry.getFileName()));
            return names;
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
    }

    /** Waits until the disk has its list of names. */
    public void sync() throws IOException {
        var options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (var itself = (FileChannel) directory.newByteChannel(Path.of("."), options)) {
            itself.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException, Refusal;
    }

    /** What happens in an opened directory is told of with the last name only; people know the path. */
    private static <T> T named(Path place, Work<T> work) throws IOException, Refusal {
        try {
            return work.run();
        } catch (AccessDeniedException denied) {
            throw new AccessDeniedException(place.toString(), null, denied.getReason());
        } catch (DirectoryNotEmptyException full) {
            throw new DirectoryNotEmptyException(place.toString());
        } catch (FileAlreadyExistsException there) {
            throw new FileAlreadyExistsException(place.toString());
        } catch (NoSuchFileException gone) {
            throw new NoSuchFileException(place.toString());
        } catch (FileSystemException failed) {
            throw new FileSystemException(place.toString(), null, failed.getReason());
        }
    }
}
