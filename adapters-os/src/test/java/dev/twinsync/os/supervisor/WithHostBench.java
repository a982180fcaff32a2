package dev.twinsync.os.supervisor;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that has a backend before a fake, anew each time. */
abstract class WithHostBench {

    @TempDir
    Path folder;

    HostBench bench;

    @BeforeEach
    void begin() {
        bench = new HostBench(folder);
    }

    @AfterEach
    void end() {
        bench.close();
    }
}
