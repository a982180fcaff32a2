package dev.twinsync.os.files;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.port.Backend;
import dev.twinsync.port.BackendContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real adapter on a directory of its own, as whoever runs the test. */
class MirroredFilesContractTest extends BackendContract<DesiredFile, LiveFile, FileAction> {

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void furnish() throws Exception {
        bench = new Bench(directory);
        bench.put("there/already", "content");
    }

    @Override
    protected Kind<DesiredFile, LiveFile, FileAction> kind() {
        return new Files();
    }

    @Override
    protected Backend<LiveFile, FileAction> backend() {
        return bench.files();
    }

    @Override
    protected List<List<DesiredFile>> journey() {
        return List.of(
                List.of(bench.file("a", "one", "0644"), bench.directory("d", "0700"), bench.link("l", "a")),
                List.of(bench.file("a", "two", "4755"), bench.directory("d", "2750"), bench.link("l", "d")),
                List.of(bench.file("a", "two", "0604"), bench.file("d", "a file now", "0640")),
                List.of(bench.link("a", "../nowhere"), bench.directory("l", "0755"), bench.directory("d", "1777")),
                List.of(bench.link("d", "a"), bench.file("l", "", "0600"), bench.file("a", "no link", "0644")),
                List.of(bench.file("p/q/r s", "deep", "0644")),
                List.of(bench.absent("a"), bench.absent("d"), bench.absent("l"), bench.absent("p/q/r s")),
                List.of(bench.absent("p/q")),
                List.of(bench.absent("p")));
    }
}
