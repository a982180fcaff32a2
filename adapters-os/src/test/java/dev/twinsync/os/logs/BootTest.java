package dev.twinsync.os.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootTest {

    private static final String ID = "proc/sys/kernel/random/boot_id";

    @TempDir
    Path root;

    @Test
    void a_container_is_as_old_as_its_first_process() throws Exception {
        write(ID, "6fe9d315-5910-484e-ab34-9d67a03f7841\n");
        write("proc/uptime", "1453.91 2443.36\n");
        write(
                "proc/1/stat",
                "1 (odd) name) S 0 1 1 0 -1 4194560 4482 18527 0 0 19 34 63 73 20 0 1 0 137918 104697856\n");
        assertEquals(new Boot("6fe9d3155910484eab349d67a03f7841", Duration.ofMillis(74_730)), Boot.current(root));
    }

    @Test
    void where_the_first_process_is_hidden_the_kernel_tells() throws Exception {
        write(ID, "6fe9d315-5910-484e-ab34-9d67a03f7841\n");
        write("proc/uptime", "1453.91 2443.36\n");
        assertEquals(Duration.ofMillis(1_453_910), Boot.current(root).age());
    }

    @Test
    void without_proc_nothing_is_known() throws IOException {
        assertUnknown();
        write(ID, "6fe9d315-5910-484e-ab34-9d67a03f7841\n");
        assertUnknown();
        write("proc/uptime", "long\n");
        assertUnknown();
        write(ID, "none\n");
        write("proc/uptime", "1453.91 2443.36\n");
        assertUnknown();
    }

    private void assertUnknown() {
        var reason = assertThrows(Unread.class, () -> Boot.current(root)).getMessage();
        assertTrue(reason.endsWith("is /proc mounted?"), reason);
    }

    private void write(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
