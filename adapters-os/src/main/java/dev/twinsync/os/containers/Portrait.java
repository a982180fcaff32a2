package dev.twinsync.os.containers;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.ImageName;
import dev.twinsync.domain.containers.Inherited;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.domain.containers.PublishedPort;
import dev.twinsync.domain.containers.RestartPolicy;
import dev.twinsync.domain.containers.Volume;
import dev.twinsync.os.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What lasts of a container: what was chosen for it, parted from what its image and the engine set.
 *
 * @param image the image that it was made of, as the engine tells it
 * @param host the name of the container in whose network it is, if that is there
 */
record Portrait(Container container, Facts image, Optional<String> host) {

    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** What engines set in every container; the name of the host is as random as the container's id. */
    private static final Map<String, String> BY_ENGINE =
            Map.of("PATH", DEFAULT_PATH, "container", "podman", "TERM", "xterm");

    private static final String NAMELESS = "[0-9a-f]{64}";

    /** An {@link IllegalArgumentException} in words where there is something in it that no document of twin can say. */
    LiveContainer live(ContainerEngine engine) {
        var name = new ImageName(container.config().at("Image").text());
        var policy = container.host().at("RestartPolicy");
        return new LiveContainer(
                new ContainerName(container.name()),
                name,
                digests(name),
                Optional.of(new Digest(withAlgorithm(container.imageId()))),
                container.status(),
                RestartPolicy.of(
                        policy.at("Name").text(), policy.at("MaximumRetryCount").number()),
                own("Cmd"),
                own("Entrypoint"),
                ports(),
                volumes(),
                ownVariables(),
                ownLabels(),
                Fence.of(container, host, engine),
                inherited(),
                project(),
                owner());
    }

    private static String withAlgorithm(String id) {
        return id.startsWith("sha256:") ? id : "sha256:" + id;
    }

    private List<Digest> digests(ImageName name) {
        var digests = new ArrayList<Digest>();
        for (String text : image.at("RepoDigests").texts()) {
            var known = new ImageName(text);
            if (!name.isId() && known.isSameRepository(name)) {
                known.digest().ifPresent(digests::add);
            }
        }
        return digests;
    }

    /** What was chosen in the place of the image's own; empty where that stands. */
    Optional<List<String>> own(String key) {
        return container.config().at(key).isSame(image.at("Config", key))
                ? Optional.empty()
                : Optional.of(container.config().at(key).texts());
    }

    private Optional<List<String>> ofImage(String key) {
        return Optional.of(image.at("Config", key).texts());
    }

    Map<String, String> ownVariables() {
        var own = new TreeMap<>(container.variables());
        own.entrySet().removeAll(setByOthers().entrySet());
        return own;
    }

    private Map<String, String> setByOthers() {
        var others = new TreeMap<>(BY_ENGINE);
        others.put("HOSTNAME", container.config().at("Hostname").text());
        container.homeOfEngine().ifPresent(home -> others.put(Container.HOME, home));
        others.putAll(Container.variables(image.at("Config")));
        return others;
    }

    Map<String, String> ownLabels() {
        var own = new TreeMap<>(container.labels());
        own.entrySet().removeAll(image.at("Config", "Labels").values().entrySet());
        own.keySet().removeIf(name -> name.startsWith(ContainerSpec.OWN_LABELS));
        return own;
    }

    private Inherited inherited() {
        var variables = new TreeMap<>(container.variables());
        variables.entrySet().retainAll(setByOthers().entrySet());
        var labels = new TreeMap<>(container.labels());
        labels.entrySet().retainAll(image.at("Config", "Labels").values().entrySet());
        variables.remove("HOSTNAME");
        return new Inherited(ofImage("Cmd"), ofImage("Entrypoint"), variables, labels);
    }

    /** As they were asked for; the engine lists them once more for each family of addresses. */
    private List<PublishedPort> ports() {
        var ports = new ArrayList<PublishedPort>();
        container.host().at("PortBindings").entries().forEach((inside, bindings) -> {
            var parts = inside.split("/", 2);
            for (Facts binding : bindings.items()) {
                var host = binding.at("HostPort").text();
                ports.add(new PublishedPort(
                        Optional.of(binding.at("HostIp").text()).filter(address -> !address.isEmpty()),
                        Optional.of(host)
                                .filter(port -> !port.isEmpty() && !port.equals("0"))
                                .map(Portrait::port),
                        port(parts[0]),
                        PublishedPort.protocol(parts.length > 1 ? parts[1] : "tcp")));
            }
        });
        return ports;
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("\"" + text + "\" is a range of ports, which twin does not manage");
        }
        return Integer.parseInt(text);
    }

    List<Volume> volumes() {
        var volumes = new ArrayList<Volume>();
        for (Facts mount : container.mounts()) {
            var place = mount.at("Destination").text();
            boolean readOnly = !mount.at("RW").truth();
            switch (mount.at("Type").text()) {
                case "volume" -> volumes.add(named(mount.at("Name").text(), place, readOnly));
                case "bind" ->
                    volumes.add(new Volume(Optional.of(mount.at("Source").text()), place, readOnly));
                case String _ -> {} // memory, and what no document of twin can say: it is carried over as it is
            }
        }
        return volumes;
    }

    private static Volume named(String name, String place, boolean readOnly) {
        return isNameless(name)
                ? new Volume(Optional.empty(), place, false)
                : new Volume(Optional.of(name), place, readOnly);
    }

    static boolean isNameless(String volume) {
        return volume.matches(NAMELESS);
    }

    private Optional<String> project() {
        return container.label("com.docker.compose.project").or(() -> container.label("io.podman.compose.project"));
    }

    private Optional<String> owner() {
        return container
                .label("PODMAN_SYSTEMD_UNIT")
                .map(unit -> "the systemd unit " + unit)
                .or(() -> container.label("io.kubernetes.pod.name").map(pod -> "the pod " + pod))
                .or(() ->
                        container.label("com.docker.swarm.service.name").map(service -> "the swarm service " + service))
                .or(() -> Optional.of("whoever started it with --rm").filter(_ -> container.isThrownAway()));
    }
}
