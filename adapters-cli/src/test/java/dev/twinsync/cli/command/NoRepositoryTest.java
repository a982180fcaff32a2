package dev.twinsync.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has no repository where twin looks is told where one is. */
class NoRepositoryTest {

    @TempDir
    Path home;

    private String told(Path current) {
        var said = new StringWriter();
        var writer = new PrintWriter(said);
        var none = new NoRepository(TwinHome.of(Map.of(), home.toString()), home.resolve("twin-sync-device"), current);
        assertEquals(Exit.ERROR, none.told(new Console(writer, writer, new Progress(writer, false, false))));
        return said.toString();
    }

    private Path folderOf(String name) throws IOException {
        var repository = home.resolve(name);
        Files.createDirectories(repository.resolve("state/below"));
        Files.writeString(repository.resolve("config.yaml"), "");
        return repository;
    }

    @Test
    void whoever_stands_in_another_repository_is_told_how_to_use_it() throws IOException {
        var other = folderOf("my box");
        var said = told(other.resolve("state/below"));
        assertTrue(said.contains("no twin repository at " + home.resolve("twin-sync-device")), said);
        assertTrue(said.contains("you are in the one at " + other + "; to use it, add: --repo '" + other + "'"), said);
    }

    @Test
    void a_folder_with_some_other_config_is_not_taken_for_one() throws IOException {
        Files.writeString(home.resolve("config.yaml"), "");
        assertFalse(told(home).contains("you are in"));
    }
}
