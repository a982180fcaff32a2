package dev.twinsync.git;

import dev.twinsync.port.TwinRepo;
import dev.twinsync.port.TwinRepoContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class GitTwinRepoContractTest extends TwinRepoContract {

    @TempDir
    private Path folder;

    private TwinRepo repo;

    @BeforeEach
    void a_folder_that_is_not_there_yet() {
        repo = new GitTwinRepo(folder.resolve("new/device"), folder.resolve("home"), gate);
    }

    @Override
    protected TwinRepo repo() {
        return repo;
    }
}
