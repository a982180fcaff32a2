package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs another user than root is in {@link JournalAccessLabTest}. */
class JournalAccessTest {

    @TempDir
    Path root;

    @Test
    void a_machine_without_an_id_has_no_journal_of_its_own() {
        assertTrue(reason().contains("no id in /etc/machine-id"), reason());
    }

    @Test
    void a_machine_without_journal_files_has_no_journal() throws IOException {
        write("etc/machine-id", "0123\n");
        assertTrue(reason().startsWith("there is no journal on this machine"), reason());
        write("var/log/journal/another-machine/system.journal", "");
        write("var/log/journal/0123/fss", "");
        assertTrue(reason().startsWith("there is no journal on this machine"), reason());
    }

    @Test
    void a_journal_on_the_disk_or_in_memory_will_do() throws IOException {
        write("etc/machine-id", "0123\n");
        write("run/log/journal/0123/system.journal", "");
        assertDoesNotThrow(access()::check);
    }

    private String reason() {
        return assertThrows(Unread.class, access()::check).getMessage();
    }

    private JournalAccess access() {
        return new JournalAccess(root, new Self("root", 0));
    }

    private void write(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
