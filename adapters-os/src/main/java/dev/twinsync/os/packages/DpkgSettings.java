package dev.twinsync.os.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How dpkg is set up. @param folder {@code /etc/dpkg} */
record DpkgSettings(Path folder) {

    private static final Pattern LEAVES_OUT = Pattern.compile("\\s*path-exclude\\b.*");

    /** Whether it leaves out some of what is in packages, as on slim images; also where that cannot be read. */
    boolean leaveFilesOut() {
        var parts = folder.resolve("dpkg.cfg.d");
        try (var further = Files.isDirectory(parts) ? Files.list(parts) : Stream.<Path>of()) {
            return Stream.concat(Stream.of(folder.resolve("dpkg.cfg")), further)
                    .filter(Files::isRegularFile)
                    .anyMatch(DpkgSettings::leavesOut);
        } catch (IOException | UncheckedIOException _) {
            return true;
        }
    }

    private static boolean leavesOut(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> LEAVES_OUT.matcher(line).matches());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
