package dev.twinsync.os.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.os.Answer;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootingTest {

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void furnish() throws IOException {
        house = new House(folder);
        house.put("esphome/a.yaml", "a:\n");
    }

    private Reach reach(Self self) {
        return new Reach(
                folder,
                self,
                new ScriptedCommands(),
                () -> new Answer.None<>(""),
                () -> new Answer.None<>(""),
                new SystemTicker());
    }

    private Optional<String> danger(ConfigFileAction action) throws IOException {
        var reach = reach(Self.ofThisProcess());
        return new Footing(reach).danger(new ConfigFolder(house.config, reach), List.of(action));
    }

    private void protect(String value) throws IOException {
        var file = folder.resolve("proc/sys/fs/protected_hardlinks");
        Files.createDirectories(file.getParent());
        Files.writeString(file, value + "\n");
    }

    @Test
    void in_a_folder_of_ones_own_nobody_else_can_do_harm() throws IOException {
        assertEquals(Optional.empty(), danger(house.sync("esphome/a.yaml", "b:\n")));
    }

    @Test
    void where_others_may_write_the_kernel_has_to_refuse_them_names_of_others() throws IOException {
        Files.setPosixFilePermissions(house.at("esphome"), PosixFilePermissions.fromString("rwxrwxrwx"));
        var action = house.sync("esphome/new/a.yaml", "b:\n");
        assertTrue(danger(action).orElseThrow().contains("protected_hardlinks"));
        protect("0");
        assertTrue(danger(action).isPresent());
        protect("1");
        assertEquals(Optional.empty(), danger(action));
        assertEquals(Optional.empty(), danger(house.sync("a.yaml", "b:\n")));
    }

    @Test
    void what_belongs_to_another_is_for_root_and_all_of_it() {
        var other = new Self("nobody-" + Self.ofThisProcess().uid(), 54321);
        assertTrue(new Footing(reach(other)).obstacle(house.config).isPresent());
        assertTrue(
                new Footing(reach(Self.ofThisProcess())).obstacle(house.config).isEmpty());
    }

    @Test
    void a_folder_below_one_that_others_may_exchange_is_not_firm() throws IOException {
        var footing = new Footing(reach(Self.ofThisProcess()));
        assertTrue(footing.isFirm(house.config));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertFalse(footing.isFirm(house.config));
    }
}
