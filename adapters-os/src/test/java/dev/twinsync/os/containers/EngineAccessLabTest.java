package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.os.AliceJava;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may speak to an engine, and what is said where nobody answers. */
@Tag("lab")
class EngineAccessLabTest {

    private static final String REMEDY = "; run: sudo systemctl start docker";

    @AfterEach
    void everythingAsItWas() {
        EngineLab.must("systemctl", "start", "docker.socket", "docker");
        EngineLab.must("gpasswd", "-d", "alice", "docker");
    }

    @Test
    void alice_is_told_how_she_may() {
        EngineLab.must("gpasswd", "-a", "alice", "docker"); // so that she can be taken out afterwards
        EngineLab.must("systemctl", "start", "docker");
        EngineLab.must("gpasswd", "-d", "alice", "docker");
        assertEquals(
                "alice may not use /run/docker.sock; run twin as root, or: sudo usermod -aG docker alice (whoever is in that"
                        + " group can do all that root can)\n"
                        + "podman does not listen: there is no /run/user/1000/podman/podman.sock;"
                        + " where it is installed, run: systemctl --user enable --now podman.socket",
                AliceJava.run(ContainersOfAlice.class));
        EngineLab.must("gpasswd", "-a", "alice", "docker");
        var allowed = AliceJava.run(ContainersOfAlice.class);
        assertTrue(allowed.matches("(?s)[0-9]+ containers\n.*"), allowed);
    }

    @Test
    void a_docker_that_does_not_run_is_unavailable_and_nothing_is_done() {
        EngineLab.must("gpasswd", "-a", "alice", "docker");
        EngineLab.must("systemctl", "stop", "docker.socket", "docker");
        var docker = EngineContainers.docker();
        var unseen = assertInstanceOf(Observation.Unavailable.class, docker.observe(Scope.everything()));
        assertTrue(unseen.reason().endsWith(REMEDY), unseen::reason);
        var stop = List.<ContainerAction>of(new ContainerAction.Stop(new ContainerName("web")));
        var refused = assertInstanceOf(Attempt.Refused.class, docker.apply(stop, Progress.SILENT));
        assertTrue(refused.reason().endsWith(REMEDY), refused::reason);
    }

    @Test
    void a_socket_where_nobody_answers_is_unavailable() throws Exception {
        EngineLab.must("gpasswd", "-a", "alice", "docker");
        var socket = Path.of("/run/lab-dead.sock");
        Files.deleteIfExists(socket);
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
        }
        var dead = new EngineSocket(ContainerEngine.DOCKER, List.of(socket), "start it");
        var containers = new EngineContainers(dead, Self.ofThisProcess(), Patience.USUAL, dead::open);
        var reason = assertInstanceOf(Observation.Unavailable.class, containers.observe(Scope.everything()))
                .reason();
        assertEquals("docker: nobody answers at /run/lab-dead.sock: Connection refused; run: start it", reason);
    }
}
