package dev.twinsync.domain.network;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/**
 * The absolute path of a file of root's that holds one secret on one line: {@code /root/.home-psk}. Whether it is root's
 * alone is seen when it is read.
 */
public record SecretFile(String path) {

    private static final int LONGEST = 4_000;
    private static final String GRAMMAR = "(/[A-Za-z0-9_.@+~-]+)+";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    private static final Pattern DOTS = Pattern.compile(".*/\\.\\.?(/.*)?");
    static final Shape<SecretFile> SHAPE = Shape.text("^" + GRAMMAR + "$", SecretFile::new, SecretFile::path);

    /** What is no path is not repeated: it may be the secret. */
    public SecretFile {
        if (path.length() > LONGEST
                || !PATTERN.matcher(path).matches()
                || DOTS.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "this is not the path of a file for a secret, as /root/.home-psk is one: it"
                            + " begins with /, has no . or .. for a folder, and letters, digits and _ . @ + ~ - in its names");
        }
    }

    @Override
    public String toString() {
        return path;
    }
}
