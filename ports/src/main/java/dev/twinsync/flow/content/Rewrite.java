package dev.twinsync.flow.content;

import dev.twinsync.port.Document;
import dev.twinsync.port.RepoContents;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;

/** One file of a repository that is to say something else. */
public sealed interface Rewrite {

    /** Relative to the repository. */
    String path();

    void to(TwinRepo repo) throws IOException;

    /** The file as it was; where there was none, there is none again. */
    record Whole(String path, RepoContents then) implements Rewrite {
        @Override
        public void to(TwinRepo repo) throws IOException {
            if (then.digest(path).isEmpty()) {
                repo.delete(path);
                return;
            }
            try (var content = then.open(path)) {
                repo.store(path, content);
            }
        }
    }

    /** Some entries of a document; all else of it stays as it is written. */
    record Amended<T>(Document<T> document, T value) implements Rewrite {
        @Override
        public String path() {
            return document.path();
        }

        @Override
        public void to(TwinRepo repo) throws IOException {
            repo.amend(document, value);
        }
    }
}
