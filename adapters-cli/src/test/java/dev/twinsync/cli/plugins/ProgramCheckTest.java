package dev.twinsync.cli.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.Self;
import dev.twinsync.os.plugins.PluginFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which program {@code twin plugins check} tries. */
class ProgramCheckTest {

    @TempDir
    private Path temporary;

    private PluginFolders folders() throws IOException {
        var top = temporary.toRealPath();
        Files.setPosixFilePermissions(top, PosixFilePermissions.fromString("rwxr-xr-x"));
        int self = Self.ofThisProcess().uid();
        return new PluginFolders(List.of(), Optional.of(top), self, self, top);
    }

    @Test
    void a_bare_name_is_looked_for_where_the_programs_of_plugins_are() throws IOException {
        var program = Files.createFile(
                temporary.toRealPath().resolve("twin-toy"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        assertEquals(program, ProgramCheck.program(Path.of("twin-toy"), folders()));
    }

    @Test
    void where_it_is_nowhere_the_folders_are_told() throws IOException {
        var folders = folders();
        var refused = assertThrows(IOException.class, () -> ProgramCheck.program(Path.of("twin-toy"), folders));
        assertTrue(refused.getMessage().contains("in none of " + temporary.toRealPath()), refused::getMessage);
    }

    /** Where twin is called is mostly the repository, and what a pull brought there must not be run. */
    @Test
    void a_bare_name_is_not_that_of_a_file_where_twin_is_called() throws IOException {
        var folders = folders();
        var refused = assertThrows(IOException.class, () -> ProgramCheck.program(Path.of("pom.xml"), folders));
        assertTrue(refused.getMessage().endsWith("to try the one that is here: ./pom.xml"), refused::getMessage);
    }

    @Test
    void what_is_here_is_named_with_its_folder() throws IOException {
        assertEquals(Path.of("pom.xml").toAbsolutePath(), ProgramCheck.program(Path.of("./pom.xml"), folders()));
    }

    @Test
    void a_name_with_a_folder_is_taken_as_it_stands() throws IOException {
        assertEquals(
                Path.of("bin/twin-toy").toAbsolutePath(), ProgramCheck.program(Path.of("bin/twin-toy"), folders()));
    }
}
