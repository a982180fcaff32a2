package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.containers.Capability;
import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.domain.containers.DesiredContainer;
import dev.twinsync.domain.containers.DesiredContainer.Absent;
import dev.twinsync.domain.containers.Device;
import dev.twinsync.domain.containers.IsolationWish;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.domain.containers.LiveContainer.Status;
import dev.twinsync.domain.containers.NetworkMode;
import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.domain.containers.VariableWish.Keep;
import dev.twinsync.os.Heard;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.BackendContract;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What twin does with a real engine; the same for each. */
abstract class EngineContainersContract extends BackendContract<DesiredContainer, LiveContainer, ContainerAction> {

    private static final String SECRET = "Hunter2x9Q";
    private static final Path FILE = Path.of("/root/lab-secret");

    final EngineLab lab;
    private final Containers kind;
    private final EngineContainers containers;

    EngineContainersContract(EngineLab lab) {
        this.lab = lab;
        this.kind = new Containers(lab.engine());
        this.containers = lab.containers();
    }

    @BeforeEach
    void images() throws IOException {
        lab.setUp();
        Files.deleteIfExists(FILE);
        Files.createFile(FILE, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(FILE, SECRET + "\n");
    }

    @AfterEach
    void nothing() {
        lab.clear();
    }

    @Override
    protected Kind<DesiredContainer, LiveContainer, ContainerAction> kind() {
        return kind;
    }

    @Override
    protected Backend<LiveContainer, ContainerAction> backend() {
        return containers;
    }

    @Override
    protected List<List<DesiredContainer>> journey() {
        var toy = Wish.of("web", "toy:1");
        return List.of(
                List.of(toy.wish()),
                List.of(toy.restart("on-failure:3").wish()),
                List.of(toy.restart("unless-stopped")
                        .ports("18080:80", "127.0.0.1:15353:53/udp")
                        .wish()),
                List.of(toy.variable("A", "b c=d \"é\"")
                        .command("sleep", "1000")
                        .wish()),
                List.of(toy.volumes("data:/data", "/srv:/srv:ro", "/anonymous").wish()),
                List.of(toy.running(false).wish()),
                List.of(Wish.of("web", "toy:2").running(true).wish()),
                List.of(toy.variable("TOY", "1").wish()),
                List.of(toy.variable("TOY", "3")
                        .variable("S", new FromFile(FILE.toString()))
                        .wish()),
                List.of(toy.ports().isolated(parted("none")).wish()),
                List.of(toy.isolated(parted("host")).wish()),
                List.of(new Absent(new ContainerName("web"))));
    }

    /** As far as the engine tells of it. */
    private IsolationWish parted(String network) {
        boolean told = lab.engine().tellsRights();
        return new IsolationWish(
                Optional.of(new NetworkMode(network)),
                Optional.of(false),
                Optional.of(List.of(new Device("/dev/null", "/dev/lab", told ? "rw" : ""))),
                Optional.of(List.of(new Capability("NET_ADMIN"))).filter(_ -> told),
                Optional.of(List.of(new Capability("CHOWN"))).filter(_ -> told));
    }

    private List<ContainerAction> plan(DesiredContainer wish) {
        var actions = new ArrayList<ContainerAction>();
        for (Step<ContainerAction> step : kind.plan(List.of(wish), look(Set.of(wish.key())))) {
            assertInstanceOf(Step.Do.class, step, step::toString);
            if (step instanceof Step.Do<ContainerAction>(var action, var _)) {
                actions.add(action);
            }
        }
        return actions;
    }

    Attempt carryOut(Wish wish, Progress progress) {
        Attempt attempt = new Attempt.Ran();
        for (ContainerAction action : plan(wish.wish())) {
            attempt = containers.apply(List.of(action), progress);
        }
        return attempt;
    }

    private void bring(Wish wish) {
        assertEquals(new Attempt.Ran(), carryOut(wish, Progress.SILENT));
        assertEquals(List.of(), plan(wish.wish()));
    }

    private String refused(Wish wish) {
        return assertInstanceOf(Attempt.Refused.class, carryOut(wish, Progress.SILENT))
                .reason();
    }

    private LiveContainer seen(String name) {
        return look(Set.of()).find(name).orElseThrow();
    }

    @Test
    void what_comes_and_goes_by_itself_is_not_seen() throws Exception {
        bring(Wish.of("web", "toy:1").ports("18080:80").volumes("/anonymous"));
        var before = look(Set.of());
        Thread.sleep(1500);
        lab.run("exec", "web", "/bin/true");
        assertEquals(before, look(Set.of()));
        lab.run("restart", "-t", "0", "web");
        assertEquals(before, look(Set.of()));
        assertEquals("[18080:80]", before.live().getFirst().ports().toString());
        assertEquals("[/anonymous]", before.live().getFirst().volumes().toString());
        assertEquals(Map.of(), before.live().getFirst().environment());
        assertEquals(Optional.empty(), before.live().getFirst().command());
    }

    @Test
    void a_replacement_keeps_what_the_wish_leaves_out() {
        lab.run("network", "create", "lab-net-" + lab.engine().word());
        try {
            lab.run(
                    "run",
                    "-d",
                    "--name",
                    "web",
                    "--network",
                    "lab-net-" + lab.engine().word(),
                    "--hostname",
                    "host1",
                    "--cap-add",
                    "NET_ADMIN",
                    "--user",
                    "7:7",
                    "--workdir",
                    "/tmp",
                    "--tmpfs",
                    "/scratch",
                    "--shm-size",
                    "32m",
                    "--label",
                    "a=b",
                    "-e",
                    "KEEP=1",
                    "-v",
                    "/anonymous",
                    "--add-host",
                    "other:10.0.0.1",
                    lab.built("toy:1"),
                    "sleep",
                    "1234");
            var volume = anonymousVolume();
            lab.run("exec", "--user", "0", "web", "sh", "-c", "echo precious > /anonymous/file");
            bring(Wish.of("web", "toy:1").ports("18080:80"));
            assertEquals("precious", lab.run("exec", "web", "cat", "/anonymous/file"));
            assertEquals(volume, anonymousVolume());
            assertEquals("host1", inspect("{{.Config.Hostname}}"));
            assertEquals("7:7", inspect("{{.Config.User}}"));
            assertEquals("/tmp", inspect("{{.Config.WorkingDir}}"));
            assertTrue(inspect("{{.HostConfig.CapAdd}}").contains("NET_ADMIN"), inspect("{{.HostConfig.CapAdd}}"));
            assertTrue(inspect("{{.HostConfig.Tmpfs}}").contains("/scratch"));
            assertTrue(inspect("{{.HostConfig.ExtraHosts}}").contains("other:10.0.0.1"));
            assertEquals("33554432", inspect("{{.HostConfig.ShmSize}}"));
            assertTrue(inspect("{{.NetworkSettings.Networks}}").contains("lab-net"));
            assertEquals(Map.of("a", "b"), seen("web").labels());
            assertEquals(Map.of("KEEP", "1"), seen("web").environment());
            assertEquals(Optional.of(List.of("sleep", "1234")), seen("web").command());
        } finally {
            lab.clear();
            lab.run("network", "rm", "lab-net-" + lab.engine().word());
        }
    }

    /** Podman sets one as well, which is not to be taken for this. */
    @Test
    void a_home_that_somebody_chose_is_seen_and_kept() {
        lab.run("run", "-d", "--name", "web", "-e", "HOME=/own", lab.built("toy:1"));
        assertEquals(Map.of("HOME", "/own"), seen("web").environment());
        bring(Wish.of("web", "toy:1").ports("18080:80"));
        assertEquals("/own", lab.run("exec", "web", "sh", "-c", "echo $HOME"));
    }

    private String inspect(String format) {
        return lab.run("container", "inspect", "--format", format, "web");
    }

    private String anonymousVolume() {
        return inspect("{{range .Mounts}}{{if eq .Destination \"/anonymous\"}}{{.Name}}{{end}}{{end}}");
    }

    @Test
    void a_secret_comes_from_a_file_and_survives_a_replacement_without_being_known() {
        bring(Wish.of("web", "toy:1").variable("DB", new FromFile(FILE.toString())));
        assertEquals(SECRET, lab.run("exec", "web", "sh", "-c", "echo $DB"));
        bring(Wish.of("web", "toy:2").variable("DB", new Keep()).variable("A", "b"));
        assertEquals(SECRET + " b 2", lab.run("exec", "web", "sh", "-c", "echo $DB $A $TOY"));
    }

    @Test
    void a_file_that_others_may_read_is_none_to_keep_a_secret_in() throws IOException {
        Files.setPosixFilePermissions(FILE, PosixFilePermissions.fromString("rw-r--r--"));
        var reason = refused(Wish.of("web", "toy:1").variable("DB", new FromFile(FILE.toString())));
        assertTrue(reason.contains("/root/lab-secret, is not root's alone; run: "), reason);
        assertEquals(List.of(), look(Set.of()).live());
    }

    @Test
    void an_image_that_cannot_be_fetched_changes_nothing() {
        bring(Wish.of("web", "toy:1").variable("A", "b"));
        var before = look(Set.of());
        var id = inspect("{{.Id}}");
        var reason = refused(Wish.of("web", EngineLab.REGISTRY + "/nosuch:1"));
        assertTrue(reason.startsWith("localhost:5000/nosuch:1 cannot be fetched: "), reason);
        assertEquals(before, look(Set.of()));
        assertEquals(id, inspect("{{.Id}}"));
        assertTrue(refused(Wish.of("db", EngineLab.REGISTRY + "/nosuch:1")).contains("cannot be fetched"));
        assertEquals(before, look(Set.of()));
    }

    @Test
    void a_new_one_that_ends_at_once_gives_way_to_the_old_one() {
        bring(Wish.of("web", "toy:1").volumes("data:/data"));
        var before = look(Set.of());
        var id = inspect("{{.Id}}");
        var ear = new Heard();
        var wish = Wish.of("web", "toy:1")
                .volumes("data:/data")
                .variable("DB", new FromFile(FILE.toString()))
                .command("sh", "-c", "echo last words $DB; false");
        var attempt = assertInstanceOf(Attempt.Refused.class, carryOut(wish, ear));
        assertTrue(attempt.reason().startsWith("it ended at once: status 1"), attempt::reason);
        assertTrue(attempt.reason().endsWith("; the old one is there again"), attempt::reason);
        assertTrue(String.join("", ear.said()).contains("last words ‹hidden›"), ear.said()::toString);
        assertEquals(before, look(Set.of()));
        assertEquals(id, inspect("{{.Id}}"));
        assertEquals("", lab.run("ps", "-aq", "--filter", "name=twin-old"));
    }

    @Test
    void a_new_one_that_is_unhealthy_gives_way_to_the_old_one() {
        bring(Wish.of("web", "toy:1"));
        var before = look(Set.of());
        assertEquals("it is unhealthy; the old one is there again", refused(Wish.of("web", "sick:1")));
        assertEquals(before, look(Set.of()));
        assertEquals(Status.RUNNING, seen("web").status());
    }

    @Test
    void a_port_that_is_taken_leaves_nothing_behind() {
        bring(Wish.of("web", "toy:1").ports("18080:80"));
        var before = look(Set.of());
        var reason = refused(Wish.of("other", "toy:1").ports("18080:80"));
        assertTrue(reason.contains("18080") || reason.contains("address already in use"), reason);
        assertEquals(before, look(Set.of()));
    }

    @Test
    void an_image_comes_from_a_registry_and_is_held_by_its_digest() {
        var one = EngineLab.REGISTRY + "/toy-" + lab.engine().word() + ":v";
        var digestOne = publish("toy:1", one);
        var digestTwo = publish("toy:2", one);
        lab.run("rmi", "-f", one);
        var percents = new ArrayList<Integer>();
        assertEquals(
                new Attempt.Ran(),
                carryOut(Wish.of("web", one).digest(digestTwo), (percent, _) -> percents.add(percent)));
        assertEquals(percents.stream().sorted().toList(), percents);
        assertEquals(List.of(), plan(Wish.of("web", one).digest(digestTwo).wish()));
        assertTrue(seen("web").digests().toString().contains(digestTwo), seen("web")::toString);
        bring(Wish.of("web", one).digest(digestOne));
        assertEquals("1", lab.run("exec", "web", "sh", "-c", "echo $TOY"));
        assertFalse(seen("web").digests().toString().contains(digestTwo));
        assertEquals(List.of(), plan(kind.adopt(seen("web"))));
    }

    /** The digest that the registry gives it. */
    private String publish(String image, String name) {
        lab.run("tag", lab.built(image), name);
        return switch (lab.engine()) {
            case DOCKER -> lab.run("push", name).replaceFirst("(?s).*digest: (sha256:[0-9a-f]{64}).*", "$1");
            case PODMAN -> pushed(name, Path.of("/tmp/lab-digest"));
        };
    }

    private String pushed(String name, Path digest) {
        lab.run("push", "--digestfile", digest.toString(), name);
        try {
            return Files.readString(digest).strip();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void what_compose_made_is_known_as_its_own() {
        lab.run("run", "-d", "--name", "web", "--label", "com.docker.compose.project=shop", lab.built("toy:1"));
        var steps = kind.plan(List.of(Wish.of("web", "toy:2").wish()), look(Set.of("web")));
        assertEquals(List.of(new Step.Blocked<>("web", "belongs to the compose project shop; change it there")), steps);
        assertEquals(Optional.of("shop"), seen("web").project());
    }

    @Test
    void a_container_that_goes_by_itself_is_left_out_until_it_is_named() {
        lab.run("run", "-d", "--rm", "--name", "web", lab.built("toy:1"));
        assertEquals(List.of(), look(Set.of()).live());
        var steps = kind.plan(List.of(Wish.of("web", "toy:2").wish()), look(Set.of("web")));
        assertInstanceOf(Step.Blocked.class, steps.getFirst());
    }

    @Test
    void the_beginning_of_an_id_is_not_a_name() {
        lab.run("run", "-d", "--name", "web", lab.built("toy:1"));
        var beginning = inspect("{{.Id}}").substring(0, 12);
        var seen = look(Set.of(beginning));
        assertEquals(Optional.empty(), seen.find(beginning));
        var attempt =
                containers.apply(List.of(new ContainerAction.Remove(new ContainerName(beginning))), Progress.SILENT);
        assertEquals(new Attempt.Refused("there is no container " + beginning), attempt);
        assertEquals(1, look(Set.of()).live().size());
    }

    @Test
    void volumes_stay_when_their_container_goes() {
        bring(Wish.of("web", "toy:1").volumes("lab-stays:/data", "/anonymous"));
        var anonymous = anonymousVolume();
        var attempt = containers.apply(List.of(new ContainerAction.Remove(new ContainerName("web"))), Progress.SILENT);
        assertEquals(new Attempt.Ran(), attempt);
        var volumes = lab.run("volume", "ls", "-q");
        assertTrue(volumes.contains("lab-stays"), volumes);
        assertTrue(volumes.contains(anonymous), volumes);
    }

    @Test
    void an_undo_brings_back_what_was_there_before() {
        bring(Wish.of("web", "toy:1").variable("A", "b").ports("18080:80"));
        var before = seen("web");
        bring(Wish.of("web", "toy:2").variable("A", "c").ports());
        bring(new Wish("web", ((DesiredContainer.Present) kind.adopt(before)).spec(), Optional.of(true)));
        assertTrue(kind.fulfils(Optional.of(before), Optional.of(seen("web"))), () -> before + " and " + seen("web"));
    }

    @Test
    void an_engine_that_does_not_listen_is_unavailable() {
        var nowhere = new EngineSocket(lab.engine(), List.of(Path.of("/run/nowhere.sock")), "start it");
        var absent = new EngineContainers(nowhere, new Self("root", 0), Patience.USUAL, _ -> {
            throw new AssertionError("nothing is loaded where there is no socket");
        });
        assertEquals(
                new Observation.Unavailable<>(lab.engine().word()
                        + " does not listen: there is no /run/nowhere.sock; where it is installed, run: start it"),
                absent.observe(Scope.everything()));
    }
}
