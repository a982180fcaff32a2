package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.machine.Circumstances;
import dev.twinsync.cli.machine.NetworkTimeoutOption;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.os.journal.KernelLock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root, and a twin that serves another machine, keep of a file for as long as the owner of the repository says. */
class BackupDaysTest {

    private static final String OLDER = "{\"ask\":\"hello\",\"protocol\":1,\"repository\":\"/home/alice/device\"}";
    private static final String OLDER_GUEST = "{\"ask\":\"visit\",\"protocol\":1,\"files\":{},\"network_timeout\":60}";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void a_file() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        file = folder.toRealPath().resolve("motd");
        Files.writeString(file, "of the day");
    }

    private static String keeping(long days, String greeting) {
        return greeting.substring(0, greeting.length() - 1) + ",\"keep_days\":" + days + "}";
    }

    private String deletion() {
        return "{\"ask\":\"apply\",\"plugin\":\"files.mirror\",\"actions\":[{\"op\":\"delete\",\"path\":\"" + file
                + "\"}]}";
    }

    private StateFolder state() {
        return new StateFolder(folder.resolve("state"));
    }

    private KernelLock lock() {
        return new KernelLock(folder.resolve("lock"));
    }

    private static ByteArrayInputStream lines(String... requests) {
        return new ByteArrayInputStream((String.join("\n", requests) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void root(String... requests) throws IOException {
        var out = new ByteArrayOutputStream();
        var circumstances = new Circumstances(NetworkTimeoutOption.DEFAULT, Optional.empty());
        assertEquals(
                Exit.OK, WorkerCommand.serve(lines(requests), out, lock().take(Duration.ZERO), state(), circumstances));
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("fault"), out::toString);
    }

    private void guest(String... requests) throws IOException {
        var out = new ByteArrayOutputStream();
        assertEquals(Exit.OK, WorkerCommand.serveGuest(lines(requests), out, lock(), state()));
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("fault"), out::toString);
    }

    private boolean isKept() throws IOException {
        assertFalse(Files.exists(file));
        return files().stream().anyMatch(BackupDaysTest::isTheContent);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder.resolve("state/backup"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean isTheContent(Path path) {
        try {
            return Files.readString(path).equals("of the day");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void pass(long days) throws IOException {
        for (Path kept : files()) {
            var before = Files.getLastModifiedTime(kept).toInstant();
            Files.setLastModifiedTime(kept, FileTime.from(before.minus(Duration.ofDays(days))));
        }
    }

    @Test
    void root_keeps_for_a_year_what_the_owner_wants_for_a_year_whoever_else_comes() throws IOException {
        root(keeping(365, OLDER), deletion());
        pass(200);
        root(OLDER);
        root(keeping(1, OLDER));
        assertTrue(isKept());
        pass(166);
        root(keeping(1, OLDER));
        assertFalse(isKept());
    }

    @Test
    void root_forgets_after_a_week_what_the_owner_wants_for_a_week() throws IOException {
        root(keeping(7, OLDER), deletion());
        pass(6);
        root(keeping(7, OLDER));
        assertTrue(isKept());
        pass(2);
        root(keeping(7, OLDER));
        assertFalse(isKept());
    }

    @Test
    void an_older_twin_gets_what_is_usual() throws IOException {
        root(OLDER, deletion());
        pass(89);
        root(keeping(7, OLDER));
        assertTrue(isKept());
        pass(2);
        root(OLDER);
        assertFalse(isKept());
    }

    @Test
    void a_guest_has_it_kept_where_it_is_for_as_long_as_its_owner_wants() throws IOException {
        guest(keeping(365, OLDER_GUEST), "{\"ask\":\"lock\",\"patience\":0}", deletion());
        pass(200);
        guest(OLDER_GUEST);
        guest(keeping(7, OLDER_GUEST));
        assertTrue(isKept());
        pass(166);
        guest(OLDER_GUEST);
        assertFalse(isKept());
    }

    @Test
    void whoever_was_not_let_in_takes_nothing_away() throws IOException {
        root(keeping(7, OLDER), deletion());
        pass(8);
        var out = new ByteArrayOutputStream();
        WorkerCommand.serveGuest(lines(keeping(0, OLDER_GUEST)), out, lock(), state());
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("fault"), out::toString);
        assertTrue(isKept());
    }
}
