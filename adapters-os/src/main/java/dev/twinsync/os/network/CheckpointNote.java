package dev.twinsync.os.network;

import dev.twinsync.os.network.Checkpoints.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which checkpoint is twin's, for the twin that comes after one that was killed. It lies where nothing survives a start of the
 * machine, as checkpoints do not either.
 *
 * @param file in a folder of root's
 */
record CheckpointNote(Path file) {

    private static final Pattern LINE = Pattern.compile("(/[A-Za-z0-9_/]+) ([0-9]{1,18})\n");

    void write(Checkpoint checkpoint) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, checkpoint.path() + " " + checkpoint.created() + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Empty where there is none, or where it was not written by twin. */
    Optional<Checkpoint> read() throws IOException {
        try {
            var line = LINE.matcher(Files.readString(file));
            return line.matches()
                    ? Optional.of(new Checkpoint(line.group(1), Long.parseLong(line.group(2))))
                    : Optional.empty();
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        }
    }

    /** Why that cannot be done, in words. */
    Optional<String> remove() {
        try {
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (IOException stuck) {
            return Optional.of(file + " cannot be removed: " + stuck.getMessage());
        }
    }
}
