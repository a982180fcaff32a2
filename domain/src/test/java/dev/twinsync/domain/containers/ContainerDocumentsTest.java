package dev.twinsync.domain.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.domain.containers.VariableWish.Keep;
import dev.twinsync.domain.containers.VariableWish.Plain;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents may say of containers. */
class ContainerDocumentsTest {

    private static final Digest CONTENT = new Digest("sha256:" + "a".repeat(64));

    private static Tree list(String... items) {
        return Tree.list(List.of(items).stream().map(Tree::text).toList());
    }

    private static Tree.MapBuilder web() {
        return Tree.map().put("name", "web").put("image", "nginx:1.27");
    }

    private static List<String> problems(Tree entry) {
        return ContainerShapes.DESIRED.read(entry).problems().stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void an_entry_is_read_as_it_stands_in_the_design() {
        var secret = Tree.map().put("file", "/root/.db").build();
        var kept = Tree.map().put("keep", Tree.literal(true)).build();
        var variables = Tree.map()
                .put("A", "b")
                .put("DB_PASSWORD", secret)
                .put("TOKEN", kept)
                .build();
        var entry = web().put("digest", CONTENT.text())
                .put("running", Tree.literal(true))
                .put("restart", "unless-stopped")
                .put("command", list("nginx", "-g", "daemon off;"))
                .put("ports", list("8080:80", "127.0.0.1:53:53/udp"))
                .put("volumes", list("data:/var/lib/x", "/srv/www:/usr/share/nginx/html:ro"))
                .put("environment", variables)
                .put("labels", Tree.map().put("a", "b").build())
                .put("network_mode", "lan")
                .put("privileged", Tree.literal(false))
                .put("devices", list("/dev/ttyUSB0", "/dev/sda:/dev/disk:r"))
                .put("cap_add", list("NET_ADMIN"))
                .put("cap_drop", list("ALL"))
                .build();
        var spec = new ContainerSpec(
                Optional.of(new ImageName("nginx:1.27")),
                Optional.of(CONTENT),
                Optional.of(new RestartPolicy("unless-stopped")),
                Optional.of(List.of("nginx", "-g", "daemon off;")),
                Optional.empty(),
                Optional.of(List.of(
                        new PublishedPort(Optional.of("127.0.0.1"), Optional.of(53), 53, PublishedPort.Protocol.UDP),
                        new PublishedPort(Optional.empty(), Optional.of(8080), 80, PublishedPort.Protocol.TCP))),
                Optional.of(List.of(
                        new Volume(Optional.of("/srv/www"), "/usr/share/nginx/html", true),
                        new Volume(Optional.of("data"), "/var/lib/x", false))),
                Optional.of(Map.of("A", new Plain("b"), "DB_PASSWORD", new FromFile("/root/.db"), "TOKEN", new Keep())),
                Optional.of(Map.of("a", "b")),
                new IsolationWish(
                        Optional.of(new NetworkMode("lan")),
                        Optional.of(false),
                        Optional.of(List.of(
                                new Device("/dev/sda", "/dev/disk", "r"),
                                new Device("/dev/ttyUSB0", "/dev/ttyUSB0", "rwm"))),
                        Optional.of(List.of(new Capability("NET_ADMIN"))),
                        Optional.of(List.of(new Capability("ALL")))));
        assertEquals(
                new Reading.Value<>(new Present(new ContainerName("web"), spec, Optional.of(true))),
                ContainerShapes.DESIRED.read(entry));
    }

    @Test
    void a_document_says_which_engine_it_means() {
        var kind = new Containers(ContainerEngine.PODMAN);
        var services = Tree.list(List.of(web().build()));
        var podman = Tree.map().put("backend", "podman").put("services", services);
        assertEquals(
                List.of(), FragmentShapes.desired(kind).read(podman.build()).problems());
        var docker = Tree.map().put("backend", "docker").put("services", services);
        assertEquals(
                List.of("this is of docker, and twin works with podman here; run: twin snapshot"),
                FragmentShapes.desired(kind).read(docker.build()).problems().stream()
                        .map(Problem::message)
                        .toList());
        assertEquals(List.of("docker", "podman"), new Containers(ContainerEngine.DOCKER).backends());
        assertEquals(List.of("podman", "docker"), kind.backends());
    }

    @Test
    void what_is_wrong_is_said_with_its_place_and_without_a_value() {
        assertEquals(
                List.of("unknown key \"imgae\"; did you mean \"image\"?"),
                problems(Tree.map().put("name", "web").put("imgae", "x").build()));
        assertEquals(
                List.of("a digest without an image: say which image has it"),
                problems(Tree.map()
                        .put("name", "web")
                        .put("digest", CONTENT.text())
                        .build()));
        assertEquals(
                List.of("two volumes at the same place"),
                problems(web().put("volumes", list("a:/x", "b:/x")).build()));
        assertEquals(
                List.of("labels that begin with dev.twinsync. are twin's own"),
                problems(web().put(
                                "labels", Tree.map().put("dev.twinsync.x", "1").build())
                        .build()));
        assertEquals(
                List.of("keep is true or left out"),
                problems(variable(Tree.map().put("keep", Tree.literal(false)).build())));
        assertEquals(
                List.of("a value holds a control character or is not UTF-8 text"),
                problems(variable(Tree.text("hunter2\u0000"))));
        assertEquals(
                List.of("expected text, {file: PATH} or {keep: true}, found a list"),
                problems(variable(list("hunter2"))));
        assertEquals(
                List.of("\"db\" is not the path of a file: it must begin with /"),
                problems(variable(Tree.map().put("file", "db").build())));
    }

    @Test
    void what_parts_a_container_from_the_machine_is_checked_in_the_document() {
        assertEquals(
                List.of("ports beside network_mode: host: an engine publishes none there; leave one of them out"),
                problems(web().put("ports", list("8080:80"))
                        .put("network_mode", "host")
                        .build()));
        assertEquals(
                List.of(),
                problems(web().put("ports", list("8080:80"))
                        .put("network_mode", "lan")
                        .build()));
        assertEquals(
                List.of("\"ns:/run/netns/x\" is not a network: bridge, host, none, container:NAME, or the name of one"
                        + " that was made with network create"),
                problems(web().put("network_mode", "ns:/run/netns/x").build()));
        assertEquals(
                List.of("two devices at the same place"),
                problems(web().put("devices", list("/dev/a:/dev/x", "/dev/b:/dev/x"))
                        .build()));
        assertEquals(
                List.of("\"ttyUSB0\" is not a device: /PATH[:/PATH_INSIDE][:rwm], as /dev/ttyUSB0 or"
                        + " /dev/sda:/dev/disk:r"),
                problems(web().put("devices", list("ttyUSB0")).build()));
        assertEquals(
                List.of("\"net admin\" is not a capability, as NET_ADMIN or ALL is"),
                problems(web().put("cap_add", list("net admin")).build()));
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/a, /dev/a",
        "/dev/a:/dev/a:rwm, /dev/a",
        "/dev/a:mr, /dev/a:rm",
        "/dev/a:/dev/b, /dev/a:/dev/b",
        "/dev/a:/dev/b:w, /dev/a:/dev/b:w"
    })
    void a_device_is_written_in_one_way(String text, String written) {
        assertEquals(written, Device.parse(text).text());
    }

    @Test
    void engines_write_the_same_right_and_the_same_network_in_two_ways() {
        assertEquals(new Capability("NET_ADMIN"), new Capability("CAP_NET_ADMIN"));
        assertEquals(NetworkMode.BRIDGE, new NetworkMode("default"));
    }

    private static Tree variable(Tree value) {
        return web().put("environment", Tree.map().put("A", value).build()).build();
    }

    @ParameterizedTest
    @CsvSource({
        "8080:80, 8080:80",
        "80, 80",
        "53:53/udp, 53:53/udp",
        "53:53/tcp, 53:53",
        "0.0.0.0:80:80, 80:80",
        "127.0.0.1:80:80, 127.0.0.1:80:80",
        "[::1]:80:80, [::1]:80:80",
        "[::]:80:80, 80:80"
    })
    void a_port_is_written_in_one_way(String text, String written) {
        assertEquals(written, PublishedPort.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:80", "65536:80", "8000-8010:80", "127.0.0.1::80", ":80", "80:", "a:80", "1.2.3:1:1", ""})
    void what_is_no_port_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PublishedPort.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, nginx, latest, ''",
        "nginx:1.27, nginx, 1.27, ''",
        "registry.example:5000/a/b, registry.example:5000/a/b, latest, ''",
        "localhost:5000/toy:1, localhost:5000/toy, 1, ''"
    })
    void a_name_of_an_image_is_taken_apart(String text, String repository, String tag, String digest) {
        var image = new ImageName(text);
        assertEquals(repository, image.repository());
        assertEquals(Optional.of(tag), image.tag());
        assertEquals(digest, image.digest().map(Digest::text).orElse(""));
        assertEquals(Optional.of(CONTENT), image.at(CONTENT).digest());
        assertEquals(repository, image.at(CONTENT).repository());
        assertEquals(Optional.empty(), image.at(CONTENT).tag());
    }

    @ParameterizedTest
    @CsvSource({"no, no, 0", "always, always, 0", "on-failure, on-failure, 0", "on-failure:3, on-failure, 3"})
    void a_restart_policy_is_what_the_engine_keeps(String text, String name, long times) {
        var policy = new RestartPolicy(text);
        assertEquals(name, policy.name());
        assertEquals(times, policy.times());
        assertEquals(policy, RestartPolicy.of(name, times));
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, nginx:1.27, true",
        "nginx, hub.example/library/nginx, true",
        "nginx, hub.example/nginx, false",
        "nginx, library/nginx, false",
        "team/app, hub.example/team/app, true",
        "team/app, hub.example:5000/team/app, true",
        "team/app, hub.example/library/team/app, false",
        "toy, localhost/toy, true",
        "toy, localhost:5000/toy, false",
        "one.example/team/app, other.example/team/app, false",
        "a/b, a/c, false"
    })
    void a_short_name_is_met_by_what_an_engine_makes_of_it(String one, String other, boolean same) {
        assertEquals(same, new ImageName(one).isSameRepository(new ImageName(other)));
        assertEquals(same, new ImageName(other).isSameRepository(new ImageName(one)));
    }
}
