package dev.twinsync.os.journal;

import dev.twinsync.port.Journal;
import dev.twinsync.port.JournalContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileJournalContractTest extends JournalContract {

    @TempDir
    Path directory;

    @Override
    protected Journal journal() {
        return new FileJournal(directory.resolve("runs/device"));
    }
}
