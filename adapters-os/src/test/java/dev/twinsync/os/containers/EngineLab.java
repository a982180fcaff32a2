package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One engine of the lab machine, with images to play with, set up and looked at by its own program. */
record EngineLab(ContainerEngine engine) {

    static final String REGISTRY = "localhost:5000";
    private static final CommandRunner COMMANDS = new SystemCommandRunner();
    private static final Self ROOT = new Self("root", 0);

    EngineContainers containers() {
        var socket = socket();
        return new EngineContainers(
                socket,
                ROOT,
                new Patience(
                        Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofSeconds(10)),
                socket::open);
    }

    EngineSocket socket() {
        return switch (engine) {
            case DOCKER -> EngineSocket.docker();
            case PODMAN -> EngineSocket.podman(0);
        };
    }

    /** How the engine calls what it built under a bare name. */
    String built(String image) {
        return switch (engine) {
            case DOCKER -> image;
            case PODMAN -> "localhost/" + image;
        };
    }

    void setUp() throws IOException {
        must("systemctl", "start", "docker-registry");
        switch (engine) {
            case DOCKER -> must("systemctl", "start", "docker");
            case PODMAN -> {
                Files.writeString(Path.of("/etc/containers/containers.conf"), "[containers]\npids_limit = 0\n");
                Files.writeString(
                        Path.of("/etc/containers/registries.conf"),
                        "[[registry]]\nlocation = \"localhost:5000\"\ninsecure = true\n");
                must("systemctl", "start", "podman.socket");
            }
        }
        clear();
        if (ended("image", "inspect", built("toy:1")).exit() != 0) {
            build("toy:1", "/srv/lab-image");
        }
        build("toy:2", "ENV TOY=2", "LABEL made=here", "VOLUME /cache");
        build("sick:1", "HEALTHCHECK --interval=1s --timeout=1s --retries=1 CMD [\"/bin/false\"]");
    }

    /** An image on top of the toy. */
    private void build(String name, String... lines) throws IOException {
        if (lines[0].startsWith("/")) {
            run("build", "-q", "-t", name, lines[0]);
            return;
        }
        var folder = Files.createTempDirectory("image");
        var text = "FROM " + built("toy:1") + "\n" + String.join("\n", lines) + "\n";
        Files.writeString(folder.resolve("Dockerfile"), text);
        if (engine == ContainerEngine.PODMAN) {
            run("build", "-q", "--format", "docker", "-t", name, folder.toString());
        } else {
            run("build", "-q", "-t", name, folder.toString());
        }
    }

    void clear() {
        var ids = run("ps", "-aq");
        if (!ids.isEmpty()) {
            ids.lines().forEach(id -> run("rm", "-f", id));
        }
    }

    /** What its program says, which must succeed. */
    String run(String... arguments) {
        var ended = ended(arguments);
        assertEquals(0, ended.exit(), ended::message);
        return ended.text().strip();
    }

    Result.Ended ended(String... arguments) {
        return assertInstanceOf(
                Result.Ended.class,
                COMMANDS.run(Command.of(engine.word(), List.of(arguments)).withLimit(Duration.ofMinutes(2))));
    }

    static void must(String program, String... arguments) {
        var ended = assertInstanceOf(Result.Ended.class, COMMANDS.run(Command.of(program, arguments)));
        assertEquals(0, ended.exit(), ended::message);
    }
}
