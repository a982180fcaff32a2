package dev.twinsync.os.remotes;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.io.IOException;

/** The interface of GitHub, by whatever way. */
interface GitHubApi {

    /** What it answers. */
    sealed interface Reply {

        record Found(Facts facts) implements Reply {}

        /** There is none, or it may not be seen. */
        record Missing() implements Reply {}
    }

    /** @param path below its top: {@code repos/alice/device} @throws IOException that says why there is no answer */
    Reply get(String path) throws IOException;

    Reply post(String path, Tree body) throws IOException;
}
