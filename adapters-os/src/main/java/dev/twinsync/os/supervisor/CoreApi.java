package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.io.IOException;
import java.time.Duration;

/** The interface of Home Assistant itself. Paths are below {@code /api}, and of parts that need no quoting: {@code services}. */
public interface CoreApi {

    /** @throws IOException with a sentence for the user, and the remedy where there is one */
    Facts get(String path, Duration patience) throws IOException;

    /** Does something. It may have been done also where this throws. */
    Facts post(String path, Tree body, Duration patience) throws IOException;

    /** As its Supervisor hands it on. */
    static CoreApi behind(SupervisorApi supervisor) {
        return new CoreApi() {
            @Override
            public Facts get(String path, Duration patience) throws IOException {
                return supervisor.coreGet(path, patience);
            }

            @Override
            public Facts post(String path, Tree body, Duration patience) throws IOException {
                return supervisor.corePost(path, body, patience);
            }
        };
    }
}
