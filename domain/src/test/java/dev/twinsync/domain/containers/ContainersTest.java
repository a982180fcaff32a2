package dev.twinsync.domain.containers;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.containers.DesiredContainer.Absent;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import dev.twinsync.domain.containers.LiveContainer.Status;
import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.domain.containers.VariableWish.Keep;
import dev.twinsync.domain.containers.VariableWish.Plain;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

public class ContainersTest extends KindLaws<DesiredContainer, LiveContainer, ContainerAction> {

    private static final Digest ONE = new Digest("sha256:" + "1".repeat(64));
    private static final Digest TWO = new Digest("sha256:" + "2".repeat(64));
    private static final String HIDDEN = "‹secret 0123456789abcdef›";

    ContainerEngine engine() {
        return ContainerEngine.DOCKER;
    }

    @Override
    protected Kind<DesiredContainer, LiveContainer, ContainerAction> kind() {
        return new Containers(engine());
    }

    private static Arbitrary<ContainerName> name() {
        return Arbitraries.of("web", "db", "a_b.c-1").map(ContainerName::new);
    }

    private static Arbitrary<ImageName> image() {
        return Arbitraries.of(
                        "nginx",
                        "nginx:latest",
                        "hub.example/library/nginx:1.27",
                        "localhost/toy:1",
                        "toy:1",
                        "nginx@" + ONE,
                        ONE.text())
                .map(ImageName::new);
    }

    private static Arbitrary<RestartPolicy> restart() {
        return Arbitraries.of("no", "always", "unless-stopped", "on-failure", "on-failure:3")
                .map(RestartPolicy::new);
    }

    private static Arbitrary<List<String>> words() {
        return Arbitraries.of(List.of("sleep", "1"), List.<String>of(), List.of("sh", "-c", "a\nb \"é\""));
    }

    private static Arbitrary<List<PublishedPort>> ports() {
        return Arbitraries.of("8080:80", "127.0.0.1:53:53/udp", "[::1]:80:80", "80", "443/sctp")
                .map(PublishedPort::parse)
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<List<Volume>> volumes() {
        return Arbitraries.of(
                List.<Volume>of(),
                List.of(Volume.parse("data:/data")),
                List.of(Volume.parse("/srv:/srv:ro"), Volume.parse("/anonymous")),
                List.of(Volume.parse("/anonymous")));
    }

    private static Arbitrary<Map<String, VariableWish>> variables() {
        Arbitrary<VariableWish> value = Arbitraries.of(
                new Plain("b"), new Plain("c"), new Plain(""), new FromFile("/root/.db"), new Keep(), new Keep());
        return Arbitraries.maps(Arbitraries.of("A", "PATH", "DB_PASSWORD"), value)
                .ofMaxSize(2);
    }

    private static Arbitrary<Map<String, String>> values() {
        return Arbitraries.maps(Arbitraries.of("A", "PATH", "DB_PASSWORD"), Arbitraries.of("b", "c", "", HIDDEN))
                .ofMaxSize(2);
    }

    private static Arbitrary<Map<String, String>> labels() {
        return Arbitraries.of(Map.<String, String>of(), Map.of("a", "b"), Map.of("a", "c", "org.example/x", ""));
    }

    private static Arbitrary<NetworkMode> network() {
        return Arbitraries.of(NetworkMode.BRIDGE, NetworkMode.HOST, NetworkMode.NONE, new NetworkMode("lan"));
    }

    private static Arbitrary<List<Device>> devices() {
        return Arbitraries.of(
                List.<Device>of(), List.of(Device.parse("/dev/ttyUSB0")), List.of(Device.parse("/dev/sda:/dev/x:r")));
    }

    private static Arbitrary<List<Capability>> capabilities() {
        return Arbitraries.of(List.<Capability>of(), List.of(new Capability("NET_ADMIN"), new Capability("SYS_TIME")));
    }

    private static Arbitrary<IsolationWish> isolationWish() {
        return Combinators.combine(
                        network().optional(0.3),
                        truth().optional(0.2),
                        devices().optional(0.2),
                        capabilities().optional(0.2),
                        capabilities().optional(0.2))
                .as(IsolationWish::new);
    }

    /** As the engine tells it, which some do not of all. */
    private Arbitrary<Isolation> isolation() {
        var seen = Arbitraries.oneOf(network(), Arbitraries.of(new NetworkMode("ns:/run/x"), NetworkMode.of("vpn")));
        Arbitrary<List<Capability>> told = engine().tellsRights() ? capabilities() : Arbitraries.just(List.of());
        var usable =
                engine().tellsRights() ? devices() : Arbitraries.of(List.<Device>of(), List.of(Device.parse("/dev/a")));
        return Combinators.combine(seen, truth(), usable, told, told).as(Isolation::new);
    }

    private static boolean publishes(IsolationWish wish) {
        return wish.networkMode().map(NetworkMode::publishes).orElse(true);
    }

    private static Arbitrary<ContainerSpec> spec() {
        return Combinators.combine(
                        image().optional(0.8),
                        Arbitraries.of(ONE, TWO).optional(0.2),
                        restart().optional(0.3),
                        words().optional(0.3),
                        Combinators.combine(words().optional(0.2), ports().optional(0.3))
                                .as(Map::entry),
                        volumes().optional(0.3),
                        variables().optional(0.4),
                        Combinators.combine(labels().optional(0.3), isolationWish())
                                .as(Map::entry))
                .as((image, digest, restart, command, others, volumes, variables, rest) -> new ContainerSpec(
                        image,
                        digest.filter(_ -> image.filter(one -> !one.isId()).isPresent()),
                        restart,
                        command,
                        others.getKey(),
                        others.getValue().filter(ports -> ports.isEmpty() || publishes(rest.getValue())),
                        volumes,
                        variables,
                        rest.getKey(),
                        rest.getValue()));
    }

    private static Arbitrary<Boolean> truth() {
        return Arbitraries.of(true, false);
    }

    @Override
    protected Arbitrary<DesiredContainer> wish() {
        Arbitrary<DesiredContainer> present =
                Combinators.combine(name(), spec(), truth().optional(0.5)).as(Present::new);
        return Arbitraries.oneOf(present, present, present, name().map(Absent::new));
    }

    private static Arbitrary<Inherited> inherited() {
        return Combinators.combine(words().optional(0.3), words().optional(0.3), values(), labels())
                .as(Inherited::new);
    }

    @Override
    protected Arbitrary<LiveContainer> seen() {
        return Combinators.combine(
                        Combinators.combine(name(), image(), restart(), inherited(), isolation())
                                .as(List::<Object>of),
                        Arbitraries.of(ONE, TWO).list().ofMaxSize(2),
                        Arbitraries.of(Status.class),
                        Combinators.combine(words().optional(0.5), words().optional(0.2))
                                .as(Map::entry),
                        Combinators.combine(ports(), volumes()).as(Map::entry),
                        values(),
                        labels(),
                        Combinators.combine(
                                        Arbitraries.of("shop").optional(0.1),
                                        Arbitraries.of("systemd").optional(0.1))
                                .as(Map::entry))
                .as((basics, digests, status, words, places, values, labels, owners) -> new LiveContainer(
                        (ContainerName) basics.get(0),
                        (ImageName) basics.get(1),
                        digests,
                        Optional.of(ONE),
                        status,
                        (RestartPolicy) basics.get(2),
                        words.getKey(),
                        words.getValue(),
                        places.getKey(),
                        places.getValue(),
                        values,
                        labels,
                        (Isolation) basics.get(4),
                        (Inherited) basics.get(3),
                        owners.getKey(),
                        owners.getValue()));
    }

    @Override
    protected Arbitrary<ContainerAction> action() {
        return Combinators.combine(
                        name(),
                        spec(),
                        truth(),
                        restart(),
                        Arbitraries.integers().between(0, 5))
                .as((name, spec, running, restart, op) -> switch (op) {
                    case 0 -> new ContainerAction.Create(name, spec, running);
                    case 1 -> new ContainerAction.Replace(name, spec, running);
                    case 2 -> new ContainerAction.Update(name, restart);
                    case 3 -> new ContainerAction.Start(name);
                    case 4 -> new ContainerAction.Stop(name);
                    default -> new ContainerAction.Remove(name);
                });
    }

    @Override
    protected boolean agrees(DesiredContainer wish, Optional<LiveContainer> found) {
        return switch (wish) {
            case Absent _ -> found.isEmpty();
            case Present(var _, var spec, var running) ->
                found.filter(there -> running.isEmpty()
                                || there.status() == (running.get() ? Status.RUNNING : Status.STOPPED))
                        .filter(there -> isMade(spec, there))
                        .isPresent();
        };
    }

    private static boolean isMade(ContainerSpec spec, LiveContainer there) {
        var own = there.inherited();
        return spec.image().map(image -> isImage(image, spec.digest(), there)).orElse(true)
                && spec.restart().map(there.restart()::equals).orElse(true)
                && (spec.command().isEmpty()
                        || spec.command().equals(there.command().or(own::command)))
                && (spec.entrypoint().isEmpty()
                        || spec.entrypoint().equals(there.entrypoint().or(own::entrypoint)))
                && spec.ports()
                        .map(ports -> new HashSet<>(ports).equals(new HashSet<>(there.ports())))
                        .orElse(true)
                && spec.volumes()
                        .map(volumes -> holds(volumes, there.volumes()))
                        .orElse(true)
                && spec.environment().map(wishes -> isSet(wishes, there)).orElse(true)
                && spec.labels()
                        .map(labels -> labels.keySet()
                                        .containsAll(there.labels().keySet())
                                && labels.entrySet().stream()
                                        .allMatch(label -> label.getValue()
                                                .equals(there.labels()
                                                        .getOrDefault(
                                                                label.getKey(),
                                                                own.labels().get(label.getKey())))))
                        .orElse(true)
                && isParted(spec.isolation(), there.isolation());
    }

    private static boolean isParted(IsolationWish wish, Isolation there) {
        return wish.networkMode().map(there.networkMode()::equals).orElse(true)
                && wish.privileged()
                        .map(privileged -> privileged == there.privileged())
                        .orElse(true)
                && wish.devices().map(there.devices()::equals).orElse(true)
                && wish.capAdd().map(there.capAdd()::equals).orElse(true)
                && wish.capDrop().map(there.capDrop()::equals).orElse(true);
    }

    /** Told by a table of what Docker and Podman make of a name, and not by how twin takes one apart. */
    private static boolean isImage(ImageName image, Optional<Digest> digest, LiveContainer there) {
        var content = digest.or(() -> image.text().startsWith("nginx@") ? Optional.of(ONE) : Optional.empty());
        if (image.equals(there.image())) {
            return content.isEmpty() || there.digests().contains(content.get());
        }
        if (image.text().startsWith("sha256:")) {
            return there.imageId().map(Digest::text).equals(Optional.of(image.text()));
        }
        var same = meaning(image.text());
        var found = meaning(there.image().text());
        return same.getFirst().equals(found.getFirst())
                && (content.isPresent()
                        ? there.digests().contains(content.get())
                        : same.getLast().equals(found.getLast()));
    }

    private static List<String> meaning(String image) {
        return switch (image.replaceFirst("@.*", "@")) {
            case "nginx", "nginx:latest" -> List.of("nginx", "latest");
            case "hub.example/library/nginx:1.27" -> List.of("nginx", "1.27");
            case "nginx@", "hub.example/library/nginx@" -> List.of("nginx", "none");
            case "toy:1", "localhost/toy:1" -> List.of("toy", "1");
            case "toy@", "localhost/toy@" -> List.of("toy", "none");
            case String id -> List.of(id, "none");
        };
    }

    private static boolean holds(List<Volume> wish, List<Volume> there) {
        return there.containsAll(wish)
                && there.stream().filter(volume -> volume.source().isPresent()).allMatch(wish::contains);
    }

    private static boolean isSet(Map<String, VariableWish> wishes, LiveContainer there) {
        for (var variable : there.environment().keySet()) {
            if (!wishes.containsKey(variable)) {
                return false;
            }
        }
        return wishes.entrySet().stream().allMatch(wish -> {
            var value = there.environment()
                    .getOrDefault(wish.getKey(), there.inherited().environment().get(wish.getKey()));
            return value != null && (!(wish.getValue() instanceof Plain(var text)) || text.equals(value));
        });
    }
}
