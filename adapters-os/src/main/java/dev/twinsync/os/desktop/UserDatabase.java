package dev.twinsync.os.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where dconf keeps what the user chose. One that it cannot read it takes for empty, without a word: whoever asks it then hears
 * that nothing is chosen.
 */
record UserDatabase(Path file) {

    /** How each begins, in the order of bytes of this machine or of the other. */
    private static final Set<String> BEGINNINGS = Set.of("GVariant", "raVGtnai");

    private static final int LENGTH_OF_BEGINNING = 8;
    private static final String KIND = "user-db:";

    /** @param line of a profile: {@code user-db:user} */
    static UserDatabase of(Session session, String line) {
        return new UserDatabase(session.configuration().resolve("dconf").resolve(line.substring(KIND.length())));
    }

    /** Why nobody can tell what is chosen, with the remedy; empty: dconf can, and where there is no file nothing is. */
    Optional<String> trouble() {
        try (var in = Files.newInputStream(file)) {
            var beginning = new String(in.readNBytes(LENGTH_OF_BEGINNING), StandardCharsets.ISO_8859_1);
            return BEGINNINGS.contains(beginning)
                    ? Optional.empty()
                    : Optional.of(
                            file + " is not a database of dconf, or a damaged one, so what is chosen cannot be told;"
                                    + " put back a copy of it, or move it away: then nothing is chosen any more");
        } catch (NoSuchFileException nothingChosen) {
            return Optional.empty();
        } catch (AccessDeniedException denied) {
            return Optional.of(
                    file + " may not be read by the user whose settings are in it: give it and its folder back"
                            + " to that user, with chown");
        } catch (IOException broken) {
            return Optional.of(file + " cannot be read: " + broken.getMessage());
        }
    }
}
