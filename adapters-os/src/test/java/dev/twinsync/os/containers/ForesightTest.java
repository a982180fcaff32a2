package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerAction.Create;
import dev.twinsync.domain.containers.ContainerAction.Remove;
import dev.twinsync.domain.containers.ContainerAction.Replace;
import dev.twinsync.domain.containers.ContainerAction.Start;
import dev.twinsync.domain.containers.ContainerAction.Stop;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.Device;
import dev.twinsync.domain.containers.IsolationWish;
import dev.twinsync.domain.containers.NetworkMode;
import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Self;
import dev.twinsync.port.Forecast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done to a container is told by the plan, and what is done is done in an order in which it can be. */
class ForesightTest {

    private static final ContainerSpec SPEC = Wish.of("web", "toy:1").spec();
    private static final ContainerName WEB = new ContainerName("web");
    private static final ContainerName GUEST = new ContainerName("guest");

    private static final ContainerName NEW = new ContainerName("new");

    @TempDir
    private Path folder;

    private final FakeEngine machine = new FakeEngine();
    private EngineContainers containers;

    @BeforeEach
    void listen() throws IOException, NoAnswer {
        var socket = Files.createFile(folder.resolve("socket"));
        containers = new EngineContainers(
                new EngineSocket(ContainerEngine.DOCKER, List.of(socket), "start it"),
                Self.ofThisProcess(),
                Patience.USUAL,
                _ -> machine);
        make("web", "default");
    }

    private String make(String name, String network) throws NoAnswer {
        var host = Tree.map().put("NetworkMode", network).build();
        return new Engine(machine)
                .create(
                        new ContainerName(name),
                        Tree.map().put("HostConfig", host).build());
    }

    private Map<String, Forecast> forecast(ContainerAction... actions) {
        return containers.forecast(List.of(actions));
    }

    private String reason(ContainerAction action) {
        return assertInstanceOf(Forecast.Impossible.class, forecast(action).get(action.key()))
                .reason();
    }

    @Test
    void nothing_stands_in_the_way_of_most() {
        assertEquals(Map.of(), forecast(new Replace(WEB, SPEC, true), new Create(GUEST, SPEC, true)));
        assertEquals(Map.of(), forecast(new Remove(WEB)));
        assertEquals(Map.of(), forecast(new Start(WEB)));
    }

    private static ContainerSpec isolated(Optional<String> network, Optional<String> device) {
        var wish = new IsolationWish(
                network.map(NetworkMode::new),
                Optional.empty(),
                device.map(path -> List.of(new Device(path, path, "rwm"))),
                Optional.empty(),
                Optional.empty());
        return Wish.of("web", "toy:1").isolated(wish).spec();
    }

    @Test
    void a_network_that_nobody_made_is_missed_before_anything_is_done() {
        var absent = isolated(Optional.of("nosuch"), Optional.empty());
        var said = "its engine has no network nosuch, and twin makes none; make it with network create";
        assertEquals(said, reason(new Create(GUEST, absent, true)));
        assertEquals(said, reason(new Replace(WEB, absent, true)));
        for (String there : List.of("lan", "host", "none", "bridge", "default")) {
            assertEquals(Map.of(), forecast(new Create(GUEST, isolated(Optional.of(there), Optional.empty()), true)));
        }
    }

    private static ContainerSpec lodging(String host) {
        return isolated(Optional.of("container:" + host), Optional.empty());
    }

    @Test
    void one_that_is_to_live_with_another_needs_it() throws NoAnswer {
        var create = new Create(GUEST, lodging("web"), true);
        assertEquals(Map.of(), forecast(create));
        var said = "there will be no container web in whose network it could live";
        assertEquals(
                new Forecast.Impossible(said), forecast(create, new Remove(WEB)).get("guest"));
        assertEquals(Map.of(), forecast(new Create(GUEST, lodging("new"), true), new Create(NEW, SPEC, true)));
        assertEquals(
                "there will be no container new in whose network it could live",
                reason(new Create(GUEST, lodging("new"), true)));
    }

    @Test
    void one_that_was_cut_off_can_move() throws NoAnswer {
        make("guest", "container:" + "7".repeat(64));
        assertEquals(Map.of(), forecast(new Replace(GUEST, lodging("web"), true)));
        assertTrue(
                reason(new Replace(GUEST, SPEC, true)).startsWith("it was made in the network of another container"));
    }

    @Test
    void one_that_is_to_live_with_another_comes_after_it() {
        var guest = new Create(GUEST, lodging("web"), true);
        var moved = new Replace(new ContainerName("a"), lodging("web"), true);
        var web = new Create(WEB, SPEC, true);
        assertEquals(
                List.of(List.of(web), List.of(guest), List.of(moved)),
                containers.transactions(List.of(guest, moved, web)));
    }

    @Test
    void a_device_that_is_not_there_is_waited_for() {
        var absent = isolated(Optional.empty(), Optional.of("/dev/nosuch"));
        assertEquals(
                new Forecast.Unknown("device /dev/nosuch"),
                forecast(new Create(GUEST, absent, true)).get("guest"));
        assertEquals(Map.of(), forecast(new Create(GUEST, isolated(Optional.empty(), Optional.of("/dev/null")), true)));
    }

    @Test
    void a_container_in_whose_network_another_lives_stays() throws NoAnswer {
        make(
                "guest",
                "container:" + new Engine(machine).byName(WEB).orElseThrow().id());
        for (var action : List.of(new Replace(WEB, SPEC, true), new Remove(WEB))) {
            assertEquals(
                    "guest lives in its network and could never be started again; remove guest first, and make it anew"
                            + " afterwards",
                    reason(action));
        }
        assertEquals(Map.of(), forecast(new Stop(WEB)));
        assertEquals(Map.of(), forecast(new Remove(WEB), new Remove(GUEST)));
        assertEquals(Map.of(), forecast(new Replace(GUEST, SPEC, true)));
    }

    @Test
    void one_that_lives_in_a_network_that_is_gone_cannot_be_started() throws NoAnswer {
        make("guest", "container:" + "d".repeat(64));
        for (var action : List.of(new Start(GUEST), new Replace(GUEST, SPEC, true))) {
            assertTrue(reason(action).contains("another container, which is gone (dddddddddddd)"), reason(action));
        }
        assertEquals(Map.of(), forecast(new Remove(GUEST)));
    }

    @Test
    void a_name_that_is_needed_meanwhile_is_free() throws NoAnswer {
        make("web.twin-old", "default");
        make("web.twin-gone", "default");
        assertEquals(
                "a container web.twin-old is in the way; give it another name or remove it",
                reason(new Replace(WEB, SPEC, true)));
        assertEquals(
                "a container web.twin-gone is in the way; give it another name or remove it", reason(new Remove(WEB)));
    }

    @Test
    void a_file_for_a_secret_that_is_not_there_is_waited_for() throws IOException {
        var file = folder.resolve("secret");
        var spec = Wish.of("web", "toy:1")
                .variable("DB", new FromFile(file.toString()))
                .spec();
        var unknown = new Forecast.Unknown("file " + file + " for a secret");
        assertEquals(Map.of("web", unknown), forecast(new Replace(WEB, spec, true)));
        assertEquals(Map.of("guest", unknown), forecast(new Create(GUEST, spec, true)));
        Files.createFile(file);
        assertEquals(Map.of(), forecast(new Create(GUEST, spec, true)));
    }

    @Test
    void a_port_is_given_up_before_it_is_taken() {
        var create = new Create(new ContainerName("a"), SPEC, true);
        var start = new Start(new ContainerName("b"));
        var replace = new Replace(WEB, SPEC, true);
        assertEquals(
                List.of(List.of(replace), List.of(create), List.of(start)),
                containers.transactions(List.of(create, start, replace)));
    }
}
