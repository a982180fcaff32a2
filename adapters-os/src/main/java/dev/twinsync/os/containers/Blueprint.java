package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.NetworkMode;
import dev.twinsync.domain.containers.PublishedPort;
import dev.twinsync.domain.containers.Volume;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an engine is given to make a container of. What the wish leaves out is as the container before it had it, word for word,
 * but for what that had of its image: the new one has that of its own.
 *
 * @param image by which name the engine is asked for it
 * @param mark the label by which twin knows later what it made
 */
record Blueprint(
        ContainerSpec spec, String image, Optional<Portrait> before, Values values, Map.Entry<String, String> mark) {

    Tree body() {
        var lines = before.map(this::carried).orElseGet(LinkedHashMap::new);
        lines.put("Image", Tree.text(image));
        spec.command().ifPresent(words -> lines.put("Cmd", texts(words)));
        spec.entrypoint().ifPresent(words -> lines.put("Entrypoint", texts(words)));
        lines.put(
                "Env",
                texts(values.all().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList()));
        lines.put("Labels", labels());
        spec.ports().ifPresent(ports -> lines.put("ExposedPorts", exposed(ports)));
        spec.volumes().ifPresent(volumes -> lines.put("Volumes", nameless(volumes)));
        lines.put("HostConfig", host());
        var first = before.map(portrait -> ties(portrait).first()).orElse(Map.of());
        if (!first.isEmpty()) {
            lines.put(
                    "NetworkingConfig",
                    Tree.map().put("EndpointsConfig", map(first)).build());
        }
        return map(lines);
    }

    private Ties ties(Portrait portrait) {
        return Ties.of(portrait.container(), spec.isolation());
    }

    private Map<String, Tree> carried(Portrait portrait) {
        var lines = new LinkedHashMap<String, Tree>();
        var config = portrait.container().config();
        config.entries().forEach((key, value) -> {
            if (!value.isSame(portrait.image().at("Config", key))) {
                lines.put(key, value.tree());
            }
        });
        List.of("Image", "OnBuild", "Env", "Labels").forEach(lines::remove);
        if (portrait.container().id().startsWith(config.at("Hostname").text())) {
            lines.remove("Hostname");
        }
        if (isOfAnother(portrait)) {
            List.of("Hostname", "Domainname").forEach(lines::remove);
        }
        return lines;
    }

    /** Whether its name is that of the machine or of another container: an engine takes no wish for such a one. */
    private boolean isOfAnother(Portrait portrait) {
        var was = Ties.mode(portrait.container());
        var becomes = spec.isolation().networkMode().orElse(was);
        return becomes.lodging().isPresent()
                || was.lodging().isPresent()
                || was.equals(NetworkMode.HOST) && !becomes.equals(was);
    }

    private Tree labels() {
        var labels = new TreeMap<>(
                spec.labels().orElseGet(() -> before.map(Portrait::ownLabels).orElse(Map.of())));
        labels.put(mark.getKey(), mark.getValue());
        var map = Tree.map();
        labels.forEach(map::put);
        return map.build();
    }

    private Tree host() {
        var lines = new LinkedHashMap<String, Tree>();
        before.ifPresent(portrait ->
                portrait.container().host().entries().forEach((key, value) -> lines.put(key, value.tree())));
        lines.remove("ContainerIDFile");
        spec.restart().ifPresent(restart -> lines.put("RestartPolicy", Engine.restart(restart)));
        spec.ports().ifPresent(ports -> lines.put("PortBindings", bindings(ports)));
        Fence.write(spec.isolation(), lines);
        var mounts = new Mounts(spec, before);
        lines.put("Binds", texts(mounts.binds()));
        lines.computeIfPresent("Mounts", (_, _) -> Tree.list(mounts.others()));
        return map(lines);
    }

    private static Tree exposed(List<PublishedPort> ports) {
        var map = Tree.map();
        ports.stream()
                .map(Blueprint::inside)
                .distinct()
                .forEach(port -> map.put(port, Tree.map().build()));
        return map.build();
    }

    private static String inside(PublishedPort port) {
        return port.container() + "/" + port.protocol().word();
    }

    private static Tree bindings(List<PublishedPort> ports) {
        var bindings = new TreeMap<String, List<Tree>>();
        for (PublishedPort port : ports) {
            bindings.computeIfAbsent(inside(port), _ -> new ArrayList<>())
                    .add(Tree.map()
                            .put("HostIp", port.address().orElse(""))
                            .put("HostPort", port.host().map(String::valueOf).orElse(""))
                            .build());
        }
        var map = Tree.map();
        bindings.forEach((port, hosts) -> map.put(port, Tree.list(hosts)));
        return map.build();
    }

    private static Tree nameless(List<Volume> volumes) {
        var map = Tree.map();
        volumes.stream()
                .filter(Volume::isAnonymous)
                .forEach(volume -> map.put(volume.place(), Tree.map().build()));
        return map.build();
    }

    static Tree texts(List<String> texts) {
        return Tree.list(texts.stream().map(Tree::text).toList());
    }

    private static Tree map(Map<String, Tree> lines) {
        var map = Tree.map();
        lines.forEach(map::put);
        return map.build();
    }
}
