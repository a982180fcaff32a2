package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.internal.storage.file.LockFile;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What JGit logs and throws besides is told once, by twin. */
class JGitLogTest {

    private final Logger logger = Logger.getLogger(LockFile.class.getName());
    private final List<String> logged = new ArrayList<>();
    private final ExtHandler listener = new ExtHandler() {
        @Override
        protected void doPublish(ExtLogRecord entry) {
            logged.add(entry.getMessage());
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoLonger() {
        logger.removeHandler(listener);
        logger.setUseParentHandlers(true);
    }

    @Test
    void that_git_s_folder_cannot_be_written_is_not_told_with_a_stack_trace_before_the_sentence() {
        var nobodyCanWriteThere = new LockFile(new File("/proc/twin"));
        assertThrows(IOException.class, nobodyCanWriteThere::lock);
        assertEquals(List.of(), logged);
    }
}
