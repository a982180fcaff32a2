package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where an engine listens. No variable of the environment is asked: it would point root elsewhere.
 *
 * @param candidates in the order in which they are looked for
 * @param start the command that makes the engine listen
 */
record EngineSocket(ContainerEngine engine, List<Path> candidates, String start) {

    private static final int ROOT = 0;

    static EngineSocket docker() {
        return new EngineSocket(
                ContainerEngine.DOCKER,
                List.of(Path.of("/run/docker.sock"), Path.of("/var/run/docker.sock")),
                "sudo systemctl start docker");
    }

    /** @param uid whose containers: root's are the machine's, everybody else has their own */
    static EngineSocket podman(int uid) {
        return uid == ROOT
                ? new EngineSocket(
                        ContainerEngine.PODMAN,
                        List.of(Path.of("/run/podman/podman.sock")),
                        "sudo systemctl enable --now podman.socket")
                : new EngineSocket(
                        ContainerEngine.PODMAN,
                        List.of(Path.of("/run/user/" + uid + "/podman/podman.sock")),
                        "systemctl --user enable --now podman.socket");
    }

    Optional<Path> found() {
        return candidates.stream().filter(Files::exists).findFirst();
    }

    /** Only where {@link #whyNot} found nothing. @param silence how long the engine may say nothing */
    Api open(Duration silence) {
        return new SocketApi(found().orElse(candidates.getFirst()), start, silence);
    }

    /** Why nobody can be asked there; empty where one may try. @param user who runs twin */
    Optional<String> whyNot(String user) {
        var socket = found();
        if (socket.isEmpty()) {
            return Optional.of(engine.word() + " does not listen: there is no " + candidates.getFirst()
                    + "; where it is installed, run: " + start);
        }
        return socket.filter(path -> !Files.isWritable(path))
                .map(path -> user + " may not use " + path + "; " + remedy(user));
    }

    private String remedy(String user) {
        return engine == ContainerEngine.DOCKER
                ? "run twin as root, or: sudo usermod -aG docker " + user
                        + " (whoever is in that group can do all that root can)"
                : "run twin as its owner";
    }
}
