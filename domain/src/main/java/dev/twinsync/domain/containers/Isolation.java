package dev.twinsync.domain.containers;

import java.util.List;

/**
 * How far a container is parted from the machine.
 *
 * @param privileged whether it may do all that root may
 * @param devices of this machine that it may use
 * @param capAdd rights of root that it has beyond the usual ones
 * @param capDrop usual ones that it has not
 */
public record Isolation(
        NetworkMode networkMode,
        boolean privileged,
        List<Device> devices,
        List<Capability> capAdd,
        List<Capability> capDrop) {

    /** Of a container of which nobody says otherwise. */
    public static final Isolation USUAL = new Isolation(NetworkMode.BRIDGE, false, List.of(), List.of(), List.of());

    public Isolation {
        devices = Sorted.distinct(devices);
        capAdd = Sorted.distinct(capAdd);
        capDrop = Sorted.distinct(capDrop);
    }
}
