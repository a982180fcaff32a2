package dev.twinsync.port;

import dev.twinsync.domain.secrets.Leak;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Looks for secrets in what is about to be committed. */
@FunctionalInterface
public interface SecretGate {

    /** How many bytes of a file are looked at, from its beginning. */
    int REACH = 8 << 20;

    /** For who only reads a repository: lets nothing into it. */
    SecretGate SHUT = (path, _) -> {
        throw new IOException("nobody looks for secrets in what is committed, so " + path + " is not");
    };

    /**
     * What must not be committed, in the order of the file.
     *
     * @param path relative to the repository
     * @throws IOException also where something was found and cannot be told from what is allowed
     */
    List<Leak> leaks(String path, InputStream content) throws IOException;
}
