package dev.twinsync.os.packages;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How much fits on the file systems of a machine.
 *
 * @param root where they are mounted below
 */
record Disks(Path root, Probe probe) {

    /** What a file takes there is not what its size says. */
    private static final Set<String> COMPRESSING = Set.of("btrfs", "zfs", "f2fs", "bcachefs");

    /** @param id the same for all places on one file system @param free what root can still write to it, in bytes */
    record Disk(Object id, long free) {}

    /** Empty: how much fits there cannot be said. */
    @FunctionalInterface
    interface Probe {
        Optional<Disk> at(Path place) throws IOException;
    }

    static Disks ofThisMachine() {
        return new Disks(Path.of("/"), place -> disk(Files.getFileStore(place)));
    }

    private static Optional<Disk> disk(FileStore store) throws IOException {
        boolean isCounted = store.getTotalSpace() > 0 && !COMPRESSING.contains(store.type());
        return isCounted ? Optional.of(new Disk(store, store.getUnallocatedSpace())) : Optional.empty();
    }

    boolean has(String place) {
        return Files.isDirectory(root.resolve(place));
    }

    Optional<Disk> at(String place) {
        try {
            return probe.at(root.resolve(place));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Whether another file system than that of all is mounted there. */
    boolean isOfItsOwn(String place) {
        var system = at("").map(Disk::id);
        return has(place)
                && system.isPresent()
                && at(place).filter(disk -> !disk.id().equals(system.get())).isPresent();
    }

    /** The size of the smallest file there that is called so, in bytes; empty: there is none, or it cannot be looked at. */
    OptionalLong smallest(String folder, Predicate<String> name) {
        try (var files = Files.newDirectoryStream(
                root.resolve(folder), file -> name.test(file.getFileName().toString()))) {
            var least = OptionalLong.empty();
            for (Path file : files) {
                long size = Files.size(file);
                least = OptionalLong.of(Math.min(size, least.orElse(size)));
            }
            return least;
        } catch (IOException | DirectoryIteratorException _) {
            return OptionalLong.empty();
        }
    }
}
