package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.Capability;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.Device;
import dev.twinsync.domain.containers.Isolation;
import dev.twinsync.domain.containers.IsolationWish;
import dev.twinsync.domain.containers.NetworkMode;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far an engine parts a container from the machine: read from what it tells, and written for what it is to make. */
final class Fence {

    private static final String NETWORK_MODE = "NetworkMode";
    private static final String PRIVILEGED = "Privileged";
    private static final String DEVICES = "Devices";
    private static final String CAP_ADD = "CapAdd";
    private static final String CAP_DROP = "CapDrop";

    /** What an engine hides of the machine from all but privileged containers, and tells as if somebody had chosen it. */
    private static final List<String> HIDDEN_PATHS = List.of("MaskedPaths", "ReadonlyPaths");

    private Fence() {}

    /** @param lodging the name of the container in whose network it is, if that is there */
    static Isolation of(Container container, Optional<String> lodging, ContainerEngine engine) {
        var host = container.host();
        return new Isolation(
                lodging.map(NetworkMode::of).orElseGet(() -> Ties.mode(container)),
                host.at(PRIVILEGED).truth(),
                host.at(DEVICES).items().stream().map(Fence::device).toList(),
                capabilities(engine, host.at(CAP_ADD)),
                capabilities(engine, host.at(CAP_DROP)));
    }

    private static Device device(Facts device) {
        return new Device(
                device.at("PathOnHost").text(),
                device.at("PathInContainer").text(),
                device.at("CgroupPermissions").text());
    }

    private static List<Capability> capabilities(ContainerEngine engine, Facts names) {
        return engine.tellsRights()
                ? names.texts().stream().map(Capability::new).toList()
                : List.of();
    }

    /** @param lines what the container before it had; what is not wished for stays */
    static void write(IsolationWish wish, Map<String, Tree> lines) {
        wish.networkMode().ifPresent(mode -> lines.put(NETWORK_MODE, Tree.text(word(mode))));
        wish.privileged().ifPresent(privileged -> {
            if (!Tree.literal(privileged).equals(lines.put(PRIVILEGED, Tree.literal(privileged)))) {
                HIDDEN_PATHS.forEach(lines::remove);
            }
        });
        wish.devices()
                .ifPresent(devices -> lines.put(
                        DEVICES, Tree.list(devices.stream().map(Fence::device).toList())));
        wish.capAdd().ifPresent(added -> lines.put(CAP_ADD, names(added)));
        wish.capDrop().ifPresent(dropped -> lines.put(CAP_DROP, names(dropped)));
    }

    /** Only so Podman takes what is usual for who runs it. */
    private static String word(NetworkMode mode) {
        return mode.equals(NetworkMode.BRIDGE) ? "default" : mode.text();
    }

    private static Tree device(Device device) {
        return Tree.map()
                .put("PathOnHost", device.host())
                .put("PathInContainer", device.place())
                .put("CgroupPermissions", device.rights())
                .build();
    }

    private static Tree names(List<Capability> capabilities) {
        return Blueprint.texts(capabilities.stream().map(Capability::text).toList());
    }
}
