package dev.twinsync.domain.containers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a container is to be parted from the machine. What is left out is as it is, and in a new container as usual. */
public record IsolationWish(
        Optional<NetworkMode> networkMode,
        Optional<Boolean> privileged,
        Optional<List<Device>> devices,
        Optional<List<Capability>> capAdd,
        Optional<List<Capability>> capDrop) {

    public static final IsolationWish NONE =
            new IsolationWish(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public IsolationWish {
        devices = devices.map(Sorted::distinct);
        devices.ifPresent(IsolationWish::checkPlaces);
        capAdd = capAdd.map(Sorted::distinct);
        capDrop = capDrop.map(Sorted::distinct);
    }

    private static void checkPlaces(List<Device> devices) {
        if (devices.stream().map(Device::place).distinct().count() < devices.size()) {
            throw new IllegalArgumentException("two devices at the same place");
        }
    }

    /** That it stays as it is; what cannot be wished for is left out. */
    static IsolationWish exactly(Isolation seen, ContainerEngine engine) {
        return new IsolationWish(
                Optional.of(seen.networkMode()).filter(NetworkMode::isWishable),
                Optional.of(seen.privileged()),
                Optional.of(seen.devices()),
                Optional.of(seen.capAdd()).filter(_ -> engine.tellsRights()),
                Optional.of(seen.capDrop()).filter(_ -> engine.tellsRights()));
    }

    /** Only what is not as usual. */
    static IsolationWish briefly(Isolation seen, ContainerEngine engine) {
        var usual = Isolation.USUAL;
        var all = exactly(seen, engine);
        return new IsolationWish(
                all.networkMode.filter(mode -> !mode.equals(usual.networkMode())),
                all.privileged.filter(privileged -> privileged != usual.privileged()),
                all.devices.filter(devices -> !devices.isEmpty()),
                all.capAdd.filter(added -> !added.isEmpty()),
                all.capDrop.filter(dropped -> !dropped.isEmpty()));
    }

    /** The container in whose network it is to be; empty: in that of none, or where it is. */
    public Optional<String> lodging() {
        return networkMode.flatMap(NetworkMode::lodging);
    }

    /** Whether it speaks of what this engine does not tell. */
    boolean isBeyond(ContainerEngine engine) {
        return !engine.tellsRights()
                && (capAdd.isPresent()
                        || capDrop.isPresent()
                        || devices.orElse(List.of()).stream().anyMatch(Device::isRestricted));
    }

    /** What becomes of one that is so. */
    Isolation over(Isolation seen) {
        return new Isolation(
                networkMode.orElse(seen.networkMode()),
                privileged.orElse(seen.privileged()),
                devices.orElse(seen.devices()),
                capAdd.orElse(seen.capAdd()),
                capDrop.orElse(seen.capDrop()));
    }

    /** What of it is not as wished, in the words of a document. */
    Stream<String> aspects(Isolation seen) {
        var becomes = over(seen);
        return Stream.of(
                        Difference.aspect("network_mode", becomes.networkMode().equals(seen.networkMode())),
                        Difference.aspect("privileged", becomes.privileged() == seen.privileged()),
                        Difference.aspect("devices", becomes.devices().equals(seen.devices())),
                        Difference.aspect("cap_add", becomes.capAdd().equals(seen.capAdd())),
                        Difference.aspect("cap_drop", becomes.capDrop().equals(seen.capDrop())))
                .flatMap(Optional::stream);
    }
}
