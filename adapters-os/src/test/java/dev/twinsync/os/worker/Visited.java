package dev.twinsync.os.worker;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.port.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Puts a backend onto another machine, for each test a new one, which is locked for the test. */
final class Visited<L extends Keyed, A extends Action> implements BeforeEachCallback, AfterEachCallback {

    private final Kind<?, L, A> kind;
    private final Backend<L, A> backend;
    private final Kept kept;
    private Path folder;
    private Inn inn;

    Visited(Kind<?, L, A> kind, Backend<L, A> backend, Kept kept) {
        this.kind = kind;
        this.backend = backend;
        this.kept = kept;
    }

    Backend<L, A> backend() {
        return inn.host.backend("test", kind);
    }

    OtherHost host() {
        return inn.host;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("visited");
        inn = new Inn(Map.of("test", new Hosted<>(kind, backend)), Map.of(), kept, folder, path -> {
            throw new IOException("there is no content at " + path);
        });
        inn.host.lock().take(Duration.ZERO);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        inn.close();
        try (var all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
