package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.os.Self;
import dev.twinsync.os.secrets.SecretOnDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What twin does around an engine: files of secrets, logs, sockets. */
class PartsTest {

    private static final String SECRET = "Hunter2x9Q";

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_a_container_or_an_engine_repeats_of_a_secret_is_hidden() throws IOException {
        var secret = Files.write(folder.resolve("secret"), bytes(SECRET));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        var spec = Wish.of("web", "toy:1")
                .variable("DB", new FromFile(secret.toString()))
                .variable("A", "plain")
                .spec();
        var values = Values.of(
                spec, Optional.empty(), new SecretOnDisk(Self.ofThisProcess().uid(), 100, folder));
        assertEquals(Map.of("A", "plain", "DB", SECRET), values.all());
        assertEquals("plain and ‹hidden›", values.without("plain and " + SECRET));
    }

    @Test
    void a_secret_that_begins_with_another_one_leaves_nothing_of_itself() {
        var values = new Values(Map.of(), Set.of("hunter", "hunter2x9Q", "abc"));
        assertEquals("‹hidden› and ‹hidden› and abc", values.without("hunter2x9Q and hunter and abc"));
    }

    @Test
    void a_log_is_put_together_of_its_pieces() {
        var framed = new byte[] {1, 0, 0, 0, 0, 0, 0, 3, 'o', 'n', '\n', 2, 0, 0, 0, 0, 0, 0, 2, 'e', '\n'};
        assertEquals("on\ne\n", LogFrames.text(framed, false));
        assertEquals("plain\n", LogFrames.text(bytes("plain\n"), true));
        assertEquals("cut", LogFrames.text(new byte[] {1, 0, 0, 0, 0, 0, 0, 9, 'c', 'u', 't'}, false));
        assertEquals("", LogFrames.text(new byte[] {1, 0, 0}, false));
    }

    @Test
    void a_socket_that_may_not_be_used_says_how_it_may() throws IOException {
        var socket =
                new EngineSocket(ContainerEngine.DOCKER, List.of(folder.resolve("a"), folder.resolve("b")), "start it");
        assertEquals(
                Optional.of("docker does not listen: there is no " + folder.resolve("a")
                        + "; where it is installed, run: start it"),
                socket.whyNot("alice"));
        Files.createFile(folder.resolve("b"));
        assertEquals(Optional.of(folder.resolve("b")), socket.found());
        assertEquals(Optional.empty(), socket.whyNot("alice"));
    }

    @Test
    void everybody_but_root_has_a_podman_of_their_own() {
        assertEquals(
                List.of(Path.of("/run/podman/podman.sock")),
                EngineSocket.podman(0).candidates());
        assertEquals(
                List.of(Path.of("/run/user/1000/podman/podman.sock")),
                EngineSocket.podman(1000).candidates());
    }
}
