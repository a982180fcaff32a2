package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ForEverybodyTest {

    @Test
    void what_is_made_below_run_is_made_at_each_start() {
        assertEquals(
                "echo 'f /run/lock/twin.lock 0666 root root' | sudo tee /etc/tmpfiles.d/twin.conf"
                        + " && sudo systemd-tmpfiles --create twin.conf",
                ForEverybody.file(Path.of("/run/lock/twin.lock")));
        assertEquals(
                "echo 'd /run/lock 1777 root root' | sudo tee /etc/tmpfiles.d/twin.conf"
                        + " && sudo systemd-tmpfiles --create twin.conf",
                ForEverybody.folder(Path.of("/run/lock")));
    }

    @Test
    void what_stays_is_made_once() {
        assertEquals("sudo install -m 0666 /dev/null '/srv/a b'", ForEverybody.file(Path.of("/srv/a b")));
        assertEquals("sudo mkdir -m 1777 /running", ForEverybody.folder(Path.of("/running")));
    }
}
