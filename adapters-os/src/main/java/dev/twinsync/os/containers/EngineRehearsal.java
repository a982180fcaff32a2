package dev.twinsync.os.containers;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.os.Self;
import dev.twinsync.port.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A look at an engine that is none: it listens in a folder of the rehearsal and knows one container. A connection to the socket of a
 * real one would start it.
 */
public final class EngineRehearsal {

    private static final String IMAGE = "sha256:" + "0".repeat(64);

    private static final Map<String, String> ANSWERS = Map.of(
            "/version",
            "{\"ApiVersion\": \"1.44\"}",
            "/containers/json?all=1",
            "[{\"Id\": \"one\"}]",
            "/containers/one/json",
            """
            {"Id": "one", "Name": "/rehearsal", "Image": "%s", "State": {"Status": "running"},
             "Config": {"Image": "rehearsal:1", "Env": ["A=b"], "Cmd": ["true"], "Labels": {"a": "b"}},
             "HostConfig": {"NetworkMode": "bridge", "RestartPolicy": {"Name": "always"},
                            "PortBindings": {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": "8080"}]}},
             "Mounts": [{"Type": "bind", "Source": "/srv", "Destination": "/srv", "RW": true}]}""".formatted(IMAGE),
            "/images/" + IMAGE + "/json",
            "{\"RepoDigests\": [\"rehearsal@" + IMAGE + "\"], \"Config\": {}}");

    private EngineRehearsal() {}

    /** Unseen where nobody can listen: a path may be too long for a socket. @param folder of the rehearsal's own */
    public static Observation<LiveContainer> in(Path folder) {
        var socket = folder.resolve("engine.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofPlatform().daemon().start(() -> serve(server));
            return new EngineContainers(
                            new EngineSocket(ContainerEngine.DOCKER, List.of(socket), ""), Self.ofThisProcess())
                    .observe(new Scope.Everything(Set.of()));
        } catch (IOException deaf) {
            return new Observation.Unavailable<>("nobody can listen at " + socket + ": " + deaf.getMessage());
        }
    }

    /** One connection, as long as it lasts: all that a look asks goes through it. */
    private static void serve(ServerSocketChannel server) {
        try (var asking = server.accept();
                var words = new BufferedReader(Channels.newReader(asking, StandardCharsets.US_ASCII))) {
            for (var line = words.readLine(); line != null; line = words.readLine()) {
                if (line.startsWith("GET ")) {
                    answer(asking, line.split(" ", 3)[1]);
                }
            }
        } catch (IOException _) {
            // who asks is told by the silence
        }
    }

    private static void answer(SocketChannel asking, String path) throws IOException {
        var body = ANSWERS.getOrDefault(path, "{}");
        var answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        asking.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
    }
}
