package dev.twinsync.os.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    @TempDir
    private Path folder;

    /** Seen on a machine that is a container itself. */
    @Test
    void a_hierarchy_with_nothing_in_it_does_not_hide_the_unit_of_a_process() throws IOException {
        var bench = new MachineBench(folder);
        bench.process(4242, bench.uid(), 1, "/x", "/srv/ha/bin/hass");
        bench.write("/proc/4242/cgroup", "9:name=systemd:/\n8:pids:/\n0::/system.slice/hass.service\n");
        var found = new Processes(new Machine(bench.root)).ofHomeAssistant();
        assertEquals(Optional.of("hass.service"), found.getFirst().unit());
    }
}
