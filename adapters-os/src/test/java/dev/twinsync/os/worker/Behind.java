package dev.twinsync.os.worker;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.port.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Puts a root side before a backend, for each test a new one. */
final class Behind<L extends Keyed, A extends Action> implements BeforeEachCallback, AfterEachCallback {

    private final Kind<?, L, A> kind;
    private final Backend<L, A> backend;
    private final Kept kept;
    private Path folder;
    private Nearby root;

    /** @param kept the content that the root side has already */
    Behind(Kind<?, L, A> kind, Backend<L, A> backend, Kept kept) {
        this.kind = kind;
        this.backend = backend;
        this.kept = kept;
    }

    /** The backend as it is seen from this side. */
    Backend<L, A> backend() {
        return root.backend(kind, path -> {
            throw new IOException("there is no content at " + path);
        });
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("behind");
        root = Nearby.hosting(new Hosted<>(kind, backend), kept, folder);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        root.close();
        try (var all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
