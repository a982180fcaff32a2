package dev.twinsync.os.files;

import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.files.TargetPath;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Goes through the captured roots and names what is there. It enters no link, no other file system, not the repository. */
final class Walk {

    /**
     * What stands under a name that was come to over real folders.
     *
     * @param open whether everybody on the machine may reach it
     */
    record Met(TargetPath path, Path place, Stat stat, boolean open) {}

    private final Map<String, Met> met = new LinkedHashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Predicate<TargetPath> leftOut;
    private final Path repository;

    Walk(Predicate<TargetPath> leftOut, Path repository) {
        this.leftOut = leftOut;
        this.repository = repository;
    }

    /** By path, in the order in which it was met. */
    Map<String, Met> met() {
        return Collections.unmodifiableMap(met);
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    void through(TargetPath root) {
        var place = Path.of(root.text());
        try {
            if (new Parents().into(place) instanceof Parents.Way.Clear(boolean open)) {
                enter(place, open, Stat.of(place).map(Stat::device).orElseThrow());
            }
        } catch (IOException failed) {
            hide(place, failed);
        }
    }

    private void enter(Path directory, boolean open, long device) {
        if (directory.startsWith(repository)) {
            return;
        }
        try (var entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                meet(entry, open, device);
            }
        } catch (NoSuchFileException vanished) {
            return;
        } catch (DirectoryIteratorException broken) {
            hide(directory, broken.getCause());
        } catch (IOException failed) {
            hide(directory, failed);
        }
    }

    private void meet(Path entry, boolean open, long device) throws IOException {
        if (TargetPath.isReserved(entry.toString())) {
            return;
        }
        TargetPath path;
        try {
            path = new TargetPath(entry.toString());
        } catch (IllegalArgumentException unmanageable) {
            gaps.add(new Gap(
                    printable(entry),
                    "unmanageable, its name could not be written down: " + unmanageable.getMessage()));
            return;
        }
        if (leftOut.test(path) || entry.startsWith(repository)) {
            return;
        }
        var stat = Stat.of(entry);
        if (stat.isPresent()) {
            met.put(path.text(), new Met(path, entry, stat.get(), open));
            descend(entry, stat.get(), open, device);
        }
    }

    private void descend(Path directory, Stat stat, boolean open, long device) {
        if (!stat.isDirectory()) {
            return;
        }
        if (stat.device() == device) {
            enter(directory, open && stat.othersMaySearch(), device);
        } else {
            gaps.add(new Gap(
                    directory + "/*", "another file system is mounted there; name it as a root to look into it"));
        }
    }

    private void hide(Path directory, IOException failed) {
        gaps.add(new Gap(
                directory + "/*",
                failed instanceof AccessDeniedException ? Sentences.NO_PERMISSION : Sentences.of(failed)));
    }

    private static String printable(Path entry) {
        return entry.toString()
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029\\ufffd]", "?")
                .replace('*', '?');
    }
}
