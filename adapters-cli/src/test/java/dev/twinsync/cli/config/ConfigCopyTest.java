package dev.twinsync.cli.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.files.OwnFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCopyTest {

    @TempDir
    private Path folder;

    private Path original;

    @BeforeEach
    void a_configuration() throws IOException {
        original = Files.writeString(folder.resolve("config.yaml"), "backup_days: 30\n");
    }

    @Test
    void what_nobody_else_touched_may_be_replaced_and_the_copy_goes_away() throws IOException {
        Path copied;
        try (var copy = new ConfigCopy(original)) {
            copied = copy.path();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copied.getParent())));
            assertFalse(copy.isChanged());
            Files.writeString(copied, "backup_days: 31\n");
            Files.writeString(copied.resolveSibling("config.yaml~"), "left by an editor");
            assertTrue(copy.isChanged());
            copy.refuseIfOvertaken();
        }
        assertFalse(Files.exists(copied.getParent()));
    }

    @Test
    void where_the_editor_took_the_file_away_nothing_is_lost_and_that_is_told() throws IOException {
        try (var copy = new ConfigCopy(original)) {
            Files.delete(copy.path());
            var told = assertThrows(IOException.class, copy::isChanged);
            assertEquals(
                    "the editor left no config.yaml behind; nothing was changed: " + original
                            + " is as it was; to edit it once more, run: twin config edit",
                    told.getMessage());
        }
        assertEquals("backup_days: 30\n", Files.readString(original));
    }

    @Test
    void where_the_editor_failed_it_is_told_that_nothing_was_changed_and_what_was_written_stays() throws IOException {
        Path copied;
        try (var copy = new ConfigCopy(original)) {
            copied = copy.path();
            var fault = new IOException("the editor vi ended with 1");
            var untouched = "the editor vi ended with 1; nothing was changed: " + original + " is as it was";
            assertEquals(untouched, copy.unedited(fault).getMessage());
            Files.writeString(copied, "backup_days: 31\n");
            assertEquals(
                    untouched + "; what you wrote is in " + copied,
                    copy.unedited(fault).getMessage());
        }
        assertEquals("backup_days: 31\n", Files.readString(copied));
        assertEquals("backup_days: 30\n", Files.readString(original));
        OwnFolder.remove(copied.getParent());
    }

    @Test
    void what_could_not_be_recorded_is_kept_and_told_of() throws IOException {
        Path copied;
        try (var copy = new ConfigCopy(original)) {
            copied = copy.path();
            Files.writeString(copied, "backup_days: 31\n");
            var told = copy.keptAfter(new IOException("refused"));
            assertEquals("refused; what you wrote is in " + copied, told.getMessage());
        }
        assertEquals("backup_days: 31\n", Files.readString(copied));
        OwnFolder.remove(copied.getParent());
    }

    @Test
    void what_was_changed_meanwhile_is_noticed_and_both_are_kept() throws IOException {
        Path copied;
        try (var copy = new ConfigCopy(original)) {
            copied = copy.path();
            Files.writeString(copied, "backup_days: 31\n");
            Files.writeString(original, "backup_days: 7\n");
            var refused = assertThrows(IOException.class, copy::refuseIfOvertaken);
            assertTrue(refused.getMessage().endsWith("what you wrote is in " + copied), refused::getMessage);
        }
        assertEquals("backup_days: 31\n", Files.readString(copied));
        assertEquals("backup_days: 7\n", Files.readString(original));
        OwnFolder.remove(copied.getParent());
    }
}
