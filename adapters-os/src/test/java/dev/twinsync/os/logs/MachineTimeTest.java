package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTimeTest {

    @TempDir
    Path directory;

    @Test
    void the_machine_was_started_before_this_process() {
        var now = Instant.now();
        var mine = ProcessHandle.current().info().startInstant().orElseThrow();
        assertTrue(MachineTime.boot(Path.of("/proc"), now)
                .filter(boot -> !boot.isAfter(mine))
                .isPresent());
    }

    @Test
    void a_start_that_is_yet_to_come_is_none() {
        assertEquals(Optional.empty(), MachineTime.boot(Path.of("/proc"), Instant.EPOCH));
    }

    @Test
    void where_the_first_process_is_hidden_the_kernel_says_when_it_was_started() throws Exception {
        Files.writeString(directory.resolve("stat"), "cpu 1 2\nbtime 1795657500\nprocesses 7\n");
        assertEquals(Optional.of(Instant.ofEpochSecond(1_795_657_500)), MachineTime.kernelStart(directory));
        assertEquals(Optional.empty(), MachineTime.kernelStart(directory.resolve("none")));
    }

    @Test
    void the_zone_is_that_of_the_machine() throws Exception {
        var zones = Files.createDirectories(directory.resolve("zoneinfo/Europe"));
        Files.createSymbolicLink(directory.resolve("localtime"), Files.createFile(zones.resolve("Berlin")));
        assertEquals(ZoneId.of("Europe/Berlin"), MachineTime.zone(directory.resolve("localtime")));
    }

    @Test
    void where_the_machine_names_no_zone_it_is_that_of_java() throws Exception {
        var odd = Files.createDirectories(directory.resolve("zoneinfo/No")).resolve("Where");
        assertEquals(ZoneId.systemDefault(), MachineTime.zone(directory.resolve("none")));
        assertEquals(ZoneId.systemDefault(), MachineTime.zone(Files.createFile(directory.resolve("copied"))));
        assertEquals(ZoneId.systemDefault(), MachineTime.zone(Files.createFile(odd)));
    }
}
