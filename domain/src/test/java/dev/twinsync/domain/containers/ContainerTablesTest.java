package dev.twinsync.domain.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.containers.DesiredContainer.Absent;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import dev.twinsync.domain.containers.LiveContainer.Status;
import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.domain.containers.VariableWish.Keep;
import dev.twinsync.domain.containers.VariableWish.Plain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planned for one container, in words. */
class ContainerTablesTest {

    private static final Containers CONTAINERS = new Containers(ContainerEngine.DOCKER);
    private static final ContainerName WEB = new ContainerName("web");
    private static final String MASK = "‹secret 0123456789abcdef›";

    static ContainerSpec spec(String image) {
        return with(image, Optional.empty(), Optional.empty());
    }

    private static ContainerSpec with(
            String image, Optional<RestartPolicy> restart, Optional<Map<String, VariableWish>> environment) {
        return new ContainerSpec(
                Optional.of(image).filter(text -> !text.isEmpty()).map(ImageName::new),
                Optional.empty(),
                restart,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                environment,
                Optional.empty(),
                IsolationWish.NONE);
    }

    private static LiveContainer live(Status status, Map<String, String> environment, Optional<String> project) {
        return new LiveContainer(
                WEB,
                new ImageName("nginx:1.27"),
                List.of(),
                Optional.empty(),
                status,
                RestartPolicy.NO,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                environment,
                Map.of(),
                Isolation.USUAL,
                Inherited.NOTHING,
                project,
                Optional.empty());
    }

    private static ContainerSpec lodger(Optional<List<PublishedPort>> ports) {
        return new ContainerSpec(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ports,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                IsolationWish.exactly(
                        new Isolation(NetworkMode.of("vpn"), false, List.of(), List.of(), List.of()),
                        ContainerEngine.DOCKER));
    }

    @Test
    void what_podman_does_not_tell_is_not_wished_of_it() {
        var podman = new Containers(ContainerEngine.PODMAN);
        var seen = live(Status.RUNNING, Map.of(), Optional.empty());
        var wish = new Present(WEB, lodger(Optional.empty()), Optional.empty());
        for (var there : List.of(List.<LiveContainer>of(), List.of(seen))) {
            assertEquals(
                    List.of(new Step.Blocked<ContainerAction>("web", Containers.UNTOLD_RIGHTS)),
                    podman.plan(List.of(wish), new Observation.Seen<>(there)));
        }
        assertEquals(List.of(), podman.plan(List.of(podman.adopt(seen)), new Observation.Seen<>(List.of(seen))));
    }

    @Test
    void podman_tells_of_a_device_and_not_what_may_be_done_with_it() {
        var podman = new Containers(ContainerEngine.PODMAN);
        assertEquals(
                List.of(new Step.Blocked<ContainerAction>("web", Containers.UNTOLD_RIGHTS)),
                podman.plan(List.of(withDevice("/dev/a:r")), new Observation.Seen<>(List.of())));
        assertInstanceOf(
                Step.Do.class,
                podman.plan(List.of(withDevice("/dev/a")), new Observation.Seen<>(List.of()))
                        .getFirst());
    }

    private static Present withDevice(String device) {
        var devices = Optional.of(List.of(Device.parse(device)));
        var isolation =
                new IsolationWish(Optional.empty(), Optional.empty(), devices, Optional.empty(), Optional.empty());
        var plain = spec("nginx:1.27");
        return new Present(
                WEB,
                new ContainerSpec(
                        plain.image(),
                        plain.digest(),
                        plain.restart(),
                        plain.command(),
                        plain.entrypoint(),
                        plain.ports(),
                        plain.volumes(),
                        plain.environment(),
                        plain.labels(),
                        isolation),
                Optional.empty());
    }

    @Test
    void ports_cannot_go_along_into_the_network_of_another_container() {
        var seen = new LiveContainer(
                WEB,
                new ImageName("nginx:1.27"),
                List.of(),
                Optional.empty(),
                Status.RUNNING,
                RestartPolicy.NO,
                Optional.empty(),
                Optional.empty(),
                List.of(PublishedPort.parse("8080:80")),
                List.of(),
                Map.of(),
                Map.of(),
                Isolation.USUAL,
                Inherited.NOTHING,
                Optional.empty(),
                Optional.empty());
        assertEquals(
                "blocked: its ports cannot be published with network_mode: container:vpn; declare ports: []",
                planned(new Present(WEB, lodger(Optional.empty()), Optional.empty()), seen));
        assertEquals(
                "replace: declared with another ports, network_mode; what it wrote outside of its volumes is lost",
                planned(new Present(WEB, lodger(Optional.of(List.of())), Optional.empty()), seen));
    }

    private static String planned(DesiredContainer wish, LiveContainer... seen) {
        var words = CONTAINERS.plan(List.of(wish), new Observation.Seen<>(List.of(seen))).stream()
                .map(step -> switch (step) {
                    case Step.Do<ContainerAction>(var action, var why) -> action.op() + ": " + why;
                    case Step.Blocked<ContainerAction>(var _, var reason) -> "blocked: " + reason;
                    case Step.Later<ContainerAction>(var _, var waitsFor) -> "later: no " + waitsFor;
                })
                .toList();
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, true, nothing",
        "RUNNING, false, 'stop: declared not running, running'",
        "STOPPED, true, 'start: declared running, not running'",
        "STOPPED, false, nothing",
        "PAUSED, true, 'blocked: it is paused; unpause it'",
        "PAUSED, false, 'stop: declared not running, running'"
    })
    void whether_it_runs(Status status, boolean running, String planned) {
        assertEquals(
                planned,
                planned(
                        new Present(WEB, spec("nginx:1.27"), Optional.of(running)),
                        live(status, Map.of(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "nginx:1.27, nothing",
        "hub.example/library/nginx:1.27, nothing",
        "nginx:1.28, replace",
        "nginx, replace",
        "registry.example/nginx:1.27, replace",
        "localhost/nginx:1.27, nothing",
        "other/nginx:1.27, replace"
    })
    void which_names_are_the_same_image(String image, String planned) {
        var plan = planned(
                new Present(WEB, spec(image), Optional.empty()), live(Status.RUNNING, Map.of(), Optional.empty()));
        assertEquals(planned, plan.split(":")[0], plan);
    }

    @Test
    void a_replacement_says_what_is_lost_and_no_value() {
        var wish = new Present(
                WEB,
                with("nginx:1.28", Optional.empty(), Optional.of(Map.of("A", new Plain("hunter2")))),
                Optional.empty());
        assertEquals(
                "replace: declared with another image, environment; what it wrote outside of its volumes is lost",
                planned(wish, live(Status.RUNNING, Map.of(), Optional.empty())));
    }

    @Test
    void the_restart_policy_alone_is_changed_in_place() {
        var wish = new Present(
                WEB, with("nginx:1.27", Optional.of(new RestartPolicy("always")), Optional.empty()), Optional.empty());
        assertEquals(
                "update: declared restart always, has no",
                planned(wish, live(Status.RUNNING, Map.of(), Optional.empty())));
    }

    @Test
    void a_variable_from_a_file_is_compared_by_its_name() {
        var wish = new Present(
                WEB,
                with("nginx:1.27", Optional.empty(), Optional.of(Map.of("DB", new FromFile("/root/.db")))),
                Optional.empty());
        assertEquals("nothing", planned(wish, live(Status.RUNNING, Map.of("DB", MASK), Optional.empty())));
        assertEquals(
                "replace",
                planned(wish, live(Status.RUNNING, Map.of(), Optional.empty())).split(":")[0]);
    }

    @Test
    void what_is_to_be_kept_must_be_there() {
        var wish = new Present(
                WEB, with("nginx:1.28", Optional.empty(), Optional.of(Map.of("TOKEN", new Keep()))), Optional.empty());
        assertEquals(
                "replace",
                planned(wish, live(Status.RUNNING, Map.of("TOKEN", MASK), Optional.empty()))
                        .split(":")[0]);
        assertEquals(
                "blocked: it has no variable TOKEN that could be kept; put its value into a file that only root may read"
                        + " and declare {file: PATH}",
                planned(wish, live(Status.RUNNING, Map.of(), Optional.empty())));
        assertEquals(
                "blocked: no such container, so its variable TOKEN cannot be kept; put its value into a file that only"
                        + " root may read and declare {file: PATH}",
                planned(wish));
    }

    @Test
    void a_wish_that_holds_a_mask_is_none_that_could_be_fulfilled() {
        var wish = new Present(
                WEB, with("nginx:1.28", Optional.empty(), Optional.of(Map.of("A", new Plain(MASK)))), Optional.empty());
        assertTrue(planned(wish).startsWith("blocked: a mask stands there"), planned(wish));
        var seen = live(Status.RUNNING, Map.of(), Optional.empty());
        assertTrue(planned(wish, seen).startsWith("blocked: a mask stands there"), planned(wish, seen));
    }

    @Test
    void what_compose_made_is_left_to_compose() {
        var seen = live(Status.RUNNING, Map.of(), Optional.of("shop"));
        assertEquals(
                "blocked: belongs to the compose project shop; change it there",
                planned(new Present(WEB, spec("nginx:1.28"), Optional.empty()), seen));
        assertEquals("blocked: belongs to the compose project shop; change it there", planned(new Absent(WEB), seen));
        assertEquals("nothing", planned(new Present(WEB, spec("nginx:1.27"), Optional.empty()), seen));
        assertEquals(Optional.empty(), CONTAINERS.firstWish(seen));
    }

    @Test
    void without_an_image_nothing_can_be_made() {
        assertEquals(
                "blocked: no such container, and no image is declared that it could be made of",
                planned(new Present(WEB, spec(""), Optional.of(true))));
    }

    @Test
    void a_hidden_value_is_adopted_as_one_to_keep() {
        var wish = (Present) CONTAINERS.adopt(live(Status.STOPPED, Map.of("A", "b", "DB", MASK), Optional.empty()));
        assertEquals(
                Optional.of(Map.of("A", new Plain("b"), "DB", new Keep())),
                wish.spec().environment());
    }

    @Test
    void removing_and_replacing_is_risky_and_cannot_be_undone_exactly() {
        for (var action :
                List.of(new ContainerAction.Remove(WEB), new ContainerAction.Replace(WEB, spec("nginx"), true))) {
            assertEquals(Action.Risk.HIGH, action.risk());
            assertEquals(Action.Undo.BEST_EFFORT, action.undo());
        }
    }

    private static Optional<List<String>> words(String line) {
        return line == null ? Optional.empty() : Optional.of(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    private static ContainerSpec running(String command, String entrypoint) {
        return new ContainerSpec(
                Optional.of(new ImageName("nginx:1.27")),
                Optional.empty(),
                Optional.empty(),
                words(command),
                words(entrypoint),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                IsolationWish.NONE);
    }

    private static LiveContainer runs(String command, String entrypoint, Inherited inherited) {
        return new LiveContainer(
                WEB,
                new ImageName("nginx:1.27"),
                List.of(),
                Optional.empty(),
                Status.RUNNING,
                RestartPolicy.NO,
                words(command),
                words(entrypoint),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Isolation.USUAL,
                inherited,
                Optional.empty(),
                Optional.empty());
    }

    /** An engine would give it that of the image, again and again. */
    @ParameterizedTest
    @CsvSource({
        "'', , , , blocked",
        "'', '', , '', blocked",
        "'', , serve, , blocked",
        "'', , serve, sh, replace",
        "'', sh, , sh, replace",
        "'', , '', sh, nothing",
        "run, , , , nothing",
        "other, , , , replace"
    })
    void a_command_without_a_word_needs_an_entrypoint(
            String command, String entrypoint, String ownCommand, String ownEntrypoint, String planned) {
        var inherited = new Inherited(Optional.of(List.of("run")), Optional.empty(), Map.of(), Map.of());
        var wish = new Present(WEB, running(command, entrypoint), Optional.empty());
        assertEquals(
                planned,
                planned(wish, runs(ownCommand, ownEntrypoint, inherited)).split(":")[0]);
    }

    @Test
    void a_new_one_is_not_made_with_a_command_without_a_word() {
        assertEquals(
                "blocked: a command without a word is none to an engine, which gives that of the image; leave command out,"
                        + " or name an entrypoint too",
                planned(new Present(WEB, running("", null), Optional.empty())));
        assertEquals(
                "create",
                planned(new Present(WEB, running("", "sh"), Optional.empty())).split(":")[0]);
    }

    @Test
    void nothing_is_what_an_image_without_an_entrypoint_has() {
        var nothing = new Inherited(Optional.of(List.of()), Optional.of(List.of()), Map.of(), Map.of());
        assertEquals(
                "nothing", planned(new Present(WEB, running("", ""), Optional.empty()), runs(null, null, nothing)));
    }

    @Test
    void slashes_that_say_nothing_are_none_of_a_place() {
        assertEquals(Volume.parse("/srv/www:/data:ro"), Volume.parse("/srv//www/:/data/:ro"));
        assertEquals("/cache", Volume.parse("//cache/").text());
        assertThrows(IllegalArgumentException.class, () -> Volume.parse("data:/"));
        assertThrows(IllegalArgumentException.class, () -> Volume.parse("data://"));
        assertEquals("/:/host", Volume.parse("/:/host").text());
    }

    @Test
    void what_the_image_brings_is_no_fault_of_the_making() {
        var made = CONTAINERS.after(Optional.empty(), new ContainerAction.Create(WEB, spec("nginx:1.27"), true));
        var found = new LiveContainer(
                WEB,
                new ImageName("hub.example/library/nginx:1.27"),
                List.of(new Digest("sha256:" + "3".repeat(64))),
                Optional.of(new Digest("sha256:" + "4".repeat(64))),
                Status.RUNNING,
                RestartPolicy.NO,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(Volume.parse("/var/cache")),
                Map.of(),
                Map.of(),
                Isolation.USUAL,
                new Inherited(Optional.of(List.of("nginx")), Optional.empty(), Map.of("PATH", "/bin"), Map.of()),
                Optional.empty(),
                Optional.empty());
        assertTrue(CONTAINERS.fulfils(made, Optional.of(found)));
        assertFalse(CONTAINERS.fulfils(made, Optional.of(found.withStatus(Status.STOPPED))));
        assertFalse(CONTAINERS.fulfils(made, Optional.of(found.withRestart(new RestartPolicy("always")))));
        assertFalse(CONTAINERS.fulfils(made, Optional.empty()));
    }
}
