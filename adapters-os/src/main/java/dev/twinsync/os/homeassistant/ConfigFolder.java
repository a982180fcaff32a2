package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.os.files.Extras;
import dev.twinsync.os.files.Foothold;
import dev.twinsync.os.files.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Files below the folder of a configuration. Each folder on the way is opened within the one above it, and is no link, so whatever
 * somebody exchanges meanwhile, nothing outside is read or written. The folder itself is never replaced: a container may have it
 * mounted.
 */
record ConfigFolder(Path path, Reach reach) {

    private static final String BESIDE = ".twin-";

    @FunctionalInterface
    interface Work<T> {
        T in(Foothold folder, Path place) throws IOException, Refusal;
    }

    /** @throws NoSuchFileException where a folder on the way to the file is not there */
    <T> T at(ConfigPath file, Work<T> work) throws IOException, Refusal {
        try (var top = open()) {
            return at(top, path, parts(file), work);
        }
    }

    Foothold open() throws IOException, Refusal {
        return Foothold.in(path);
    }

    private static List<Path> parts(ConfigPath file) {
        var parts = new ArrayList<Path>();
        Path.of(file.text()).forEach(parts::add);
        return parts;
    }

    private static <T> T at(Foothold folder, Path place, List<Path> parts, Work<T> work) throws IOException, Refusal {
        var next = place.resolve(parts.getFirst());
        if (parts.size() == 1) {
            return work.in(folder, next);
        }
        try (var below = enter(folder, next)) {
            return at(below, next, parts.subList(1, parts.size()), work);
        }
    }

    private static Foothold enter(Foothold folder, Path place) throws IOException, Refusal {
        var seen = folder.look(place).orElseThrow(() -> new NoSuchFileException(place.toString()));
        if (seen.isSymbolicLink()) {
            throw new Refusal(place + " is a symbolic link, which twin does not follow");
        }
        if (!seen.isDirectory()) {
            throw new Refusal(place + " is no folder");
        }
        return folder.below(place);
    }

    /** Empty: nothing is there. Anything but a file of a usual size is refused. */
    Optional<StandingFile> read(ConfigPath file) throws IOException, Refusal {
        try {
            return at(file, StandingFile::read);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Makes the file or exchanges it in one step, on disk once this returns. @param wear empty: as the file or its folder has it */
    void put(ConfigPath file, byte[] content, Optional<Wear> wear) throws IOException, Refusal {
        at(file, (folder, place) -> {
            var old = folder.look(place);
            if (old.isPresent()) {
                StandingFile.check(place, old.get());
                checkNames(place);
            }
            var dress = old.map(Wear::of).or(() -> wear).orElse(Wear.within(folder.ownAttributes()));
            exchange(folder, place, content, dress, old.isPresent());
            return true;
        });
    }

    private static void checkNames(Path place) throws IOException, Refusal {
        int names = (int) Files.getAttribute(place, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
        if (names > 1) {
            throw new Refusal(place + " has " + names
                    + " names (hard links), and replacing it would part them; remove the" + " others first");
        }
    }

    private void exchange(Foothold folder, Path place, byte[] content, Wear dress, boolean replaces)
            throws IOException, Refusal {
        var beside = beside(place);
        folder.delete(beside);
        try {
            try (FileChannel channel = folder.create(beside)) {
                for (var bytes = ByteBuffer.wrap(content); bytes.hasRemaining(); ) {
                    channel.write(bytes);
                }
                if (replaces && isFirm(place)) {
                    Extras.carry(place, beside);
                }
                dress.put(folder, beside);
                channel.force(true);
            }
            folder.move(beside, place);
        } finally {
            folder.delete(beside);
        }
        folder.sync();
    }

    /** Always the same for the same file, so that what a kill left is found. It ends in nothing that Home Assistant would load. */
    private static Path beside(Path place) {
        return place.resolveSibling(
                BESIDE + UUID.nameUUIDFromBytes(place.toString().getBytes(StandardCharsets.UTF_8)));
    }

    void remove(ConfigPath file) throws IOException, Refusal {
        at(file, (folder, place) -> {
            var old = folder.look(place);
            if (old.isPresent()) {
                StandingFile.check(place, old.get());
                folder.delete(place);
                folder.sync();
            }
            return true;
        });
    }

    /** Takes away what a kill left beside a file. */
    void tidy(ConfigPath file) throws IOException, Refusal {
        try {
            at(file, (folder, place) -> folder.delete(beside(place)));
        } catch (NoSuchFileException absent) {
            return;
        }
    }

    /** As {@link #at(ConfigPath, Work)}. @param absent where a folder on the way is not there */
    <T> T at(ConfigPath file, Work<T> work, T absent) throws IOException, Refusal {
        try {
            return at(file, work);
        } catch (NoSuchFileException notThere) {
            return absent;
        }
    }

    boolean isFirm(Path place) throws IOException {
        return new Footing(reach).isFirm(place.getParent());
    }
}
