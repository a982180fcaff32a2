package dev.twinsync.os.homeassistant;

import dev.twinsync.os.files.Foothold;
import dev.twinsync.os.files.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;

/** A file of a configuration that is there. */
record StandingFile(byte[] content, Wear wear) {

    /** A file of a configuration that a person wrote is smaller. */
    static final int MOST = 8 << 20;

    private static final int TRIES = 3;

    /** Empty: nothing is there. Anything but a file of a usual size is refused. */
    static Optional<StandingFile> read(Foothold folder, Path place) throws IOException, Refusal {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var seen = folder.look(place);
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            check(place, seen.get());
            var content = folder.read(place, MOST);
            if (content.length > MOST) {
                throw tooLarge(place);
            }
            if (isSame(seen.get(), folder.look(place))) {
                return Optional.of(new StandingFile(content, Wear.of(seen.get())));
            }
        }
        throw new Refusal(place + " was being changed while twin read it; try again");
    }

    static void check(Path place, PosixFileAttributes seen) throws Refusal {
        if (seen.isSymbolicLink()) {
            throw new Refusal(place + " is a symbolic link, which twin does not follow");
        }
        if (!seen.isRegularFile()) {
            throw new Refusal(place + " is no file");
        }
        if (seen.size() > MOST) {
            throw tooLarge(place);
        }
    }

    private static Refusal tooLarge(Path place) {
        return new Refusal(place + " is larger than " + MOST + " bytes, which no configuration is that a person wrote");
    }

    private static boolean isSame(PosixFileAttributes before, Optional<PosixFileAttributes> now) {
        return now.filter(found -> found.fileKey().equals(before.fileKey())
                        && found.size() == before.size()
                        && found.lastModifiedTime().equals(before.lastModifiedTime()))
                .isPresent();
    }
}
