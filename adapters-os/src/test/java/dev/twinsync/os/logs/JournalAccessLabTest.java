package dev.twinsync.os.logs;

import static dev.twinsync.os.logs.JournalLab.capture;
import static dev.twinsync.os.logs.JournalLab.log;
import static dev.twinsync.os.logs.JournalLab.must;
import static dev.twinsync.os.logs.JournalLab.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.AliceJava;
import dev.twinsync.os.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a user without rights gets to know: all of the journal or nothing, and what to do about it. */
@Tag("lab")
class JournalAccessLabTest {

    private static final String REMEDY = "; add the user to the group systemd-journal (or adm):"
            + " sudo usermod -aG systemd-journal alice, then log in again";

    @AfterEach
    void noGroups() {
        must(Command.of("usermod", "-G", "", "alice"));
    }

    @Test
    void who_may_read_her_own_messages_only_is_told_how_to_read_all() throws IOException {
        must(Command.of("runuser", "-u", "alice", "--", "logger", "of-alice"));
        JournalLab.settle();
        assertTrue(
                must(Command.of("runuser", "-u", "alice", "--", "journalctl", "-n", "5", "-o", "cat"))
                        .contains("of-alice"),
                "she has a journal of her own");
        assertEquals(
                "alice may not read the whole journal (/var/log/journal/" + machineId()
                        + "/system.journal is not readable)" + REMEDY,
                AliceJava.run(JournalOfAlice.class));
    }

    @Test
    void who_is_in_one_of_the_groups_sees_what_root_sees() {
        for (String group : new String[] {"systemd-journal", "adm"}) {
            must(Command.of("usermod", "-G", group, "alice"));
            log("user.err", "lab-secret-of-root", group);
            long errors = report(capture(Map.of())).counts().errors().sinceBoot();
            assertTrue(errors > 0);
            var seen = AliceJava.run(JournalOfAlice.class);
            assertTrue(seen.startsWith(errors + " errors, "), seen);
            assertTrue(!seen.endsWith(" 0 of root"), seen);
        }
    }

    @Test
    void a_single_file_that_is_kept_from_her_is_not_passed_over() throws IOException {
        must(Command.of("usermod", "-G", "systemd-journal", "alice"));
        log("user.err", "lab-archived", "x");
        JournalLab.rotate();
        try (var files = Files.list(Path.of("/var/log/journal", machineId()))) {
            var archived = files.filter(file -> file.toString().contains("/system@"))
                    .findFirst()
                    .orElseThrow();
            must(Command.of("setfacl", "-b", archived.toString()));
            must(Command.of("chmod", "0600", archived.toString()));
            assertEquals(
                    "alice may not read the whole journal (" + archived + " is not readable)" + REMEDY,
                    AliceJava.run(JournalOfAlice.class));
            Files.delete(archived);
        }
    }

    private static String machineId() throws IOException {
        return Files.readString(Path.of("/etc/machine-id")).strip();
    }
}
