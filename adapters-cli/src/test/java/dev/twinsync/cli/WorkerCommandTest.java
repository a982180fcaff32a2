package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.catalog.Catalog;
import dev.twinsync.cli.machine.Circumstances;
import dev.twinsync.cli.machine.NetworkTimeoutOption;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.os.journal.KernelLock;
import dev.twinsync.port.MachineLock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The root side with its real plugins; they only look. */
class WorkerCommandTest {

    private static final Set<String> PERSONAL =
            Set.of("desktop.gnome", "desktop.kde", "containers.docker", "containers.podman", "os.home_assistant_os");

    @TempDir
    private Path folder;

    private List<String> answers(String... requests) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var in = new ByteArrayInputStream((String.join("\n", requests) + "\n").getBytes(StandardCharsets.UTF_8));
        var out = new ByteArrayOutputStream();
        assertEquals(
                Exit.OK,
                WorkerCommand.serve(
                        in,
                        out,
                        new KernelLock(folder.resolve("lock")).take(Duration.ZERO),
                        new StateFolder(folder),
                        new Circumstances(NetworkTimeoutOption.DEFAULT, Optional.empty())));
        assertFalse(Files.exists(folder.resolve("worker")));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void it_greets_and_has_the_plugins_of_the_catalog_but_those_of_one_user() throws IOException {
        var answers = answers(
                "{\"ask\":\"hello\",\"protocol\":1,\"repository\":\"/home/alice/device\"}",
                "{\"ask\":\"observe\",\"plugin\":\"files.mirror\",\"scope\":{\"of\":\"only\",\"keys\":[\"/etc/no-such\"]}}",
                "{\"ask\":\"observe\",\"plugin\":\"no.such\",\"scope\":{\"of\":\"only\",\"keys\":[]}}");
        assertTrue(answers.getFirst().contains("\"say\":\"greeting\""), answers::toString);
        assertTrue(answers.get(2).contains("\"files\":[]"), answers::toString);
        for (String plugin : Catalog.kinds().keySet()) {
            assertEquals(!PERSONAL.contains(plugin), answers.get(3).contains(plugin), answers::toString);
        }
    }

    private List<String> answersToGuest(String... requests) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var in = new ByteArrayInputStream((String.join("\n", requests) + "\n").getBytes(StandardCharsets.UTF_8));
        var out = new ByteArrayOutputStream();
        var lock = new KernelLock(folder.resolve("lock"));
        assertEquals(Exit.OK, WorkerCommand.serveGuest(in, out, lock, new StateFolder(folder.resolve("state"))));
        assertFalse(Files.exists(folder.resolve("state")), "who only looks leaves nothing");
        assertInstanceOf(MachineLock.Answer.Taken.class, lock.take(Duration.ZERO))
                .held()
                .close();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_guest_gets_all_plugins_of_the_catalog_and_is_told_where_it_is() throws IOException {
        var answers = answersToGuest(
                "{\"ask\":\"visit\",\"protocol\":1,\"files\":{},\"network_timeout\":60}",
                "{\"ask\":\"observe\",\"plugin\":\"files.mirror\",\"scope\":{\"of\":\"only\",\"keys\":[\"/etc/no-such\"]}}",
                "{\"ask\":\"observe\",\"plugin\":\"no.such\",\"scope\":{\"of\":\"only\",\"keys\":[]}}",
                "{\"ask\":\"lock\",\"patience\":0}");
        assertTrue(answers.get(1).contains("\"say\":\"welcome\""), answers::toString);
        assertTrue(answers.get(2).contains("\"files\":[]"), answers::toString);
        for (String plugin : Catalog.kinds().keySet()) {
            assertTrue(answers.get(3).contains(plugin), answers::toString);
        }
        assertTrue(answers.get(4).contains("taken"), answers::toString);
    }

    @Test
    void a_guest_reads_what_may_be_read_and_no_secrets() throws IOException {
        var motd = Files.writeString(folder.toRealPath().resolve("motd"), "of the day");
        var key = Files.writeString(folder.toRealPath().resolve("key"), "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n");
        var answers = answersToGuest(
                "{\"ask\":\"visit\",\"protocol\":1,\"files\":{},\"network_timeout\":60}",
                fetch(motd.toString(), 1),
                fetch(key.toString(), 2),
                fetch("/etc/shadow", 3),
                fetch("/etc/../etc/passwd", 4),
                fetch("etc/passwd", 5));
        assertTrue(answers.get(2).contains("b2YgdGhlIGRheQ=="), answers::toString);
        for (int i = 3; i < 7; i++) {
            assertTrue(answers.get(i).contains("\"say\":\"fault\""), answers.get(i));
        }
    }

    private static String fetch(String path, int number) {
        return "{\"ask\":\"fetch\",\"plugin\":\"files.mirror\",\"key\":\"" + path + "\",\"number\":" + number
                + ",\"from\":0}";
    }

    @Test
    void it_is_not_for_people() {
        var usage = TwinMain.commandLine(List.of()).getUsageMessage();
        assertFalse(usage.contains("worker"), usage);
    }
}
