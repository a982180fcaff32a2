package dev.twinsync.port;

import dev.twinsync.domain.files.RepoPath;
import java.io.IOException;
import java.io.InputStream;

/** What wished files hold: the repository's {@code filesystem/}, or what stands for it where the repository is out of reach. */
@FunctionalInterface
public interface WishedContent {

    /** @throws IOException in words, also where there is no such content */
    InputStream open(RepoPath path) throws IOException;
}
