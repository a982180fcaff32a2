package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The devices of the machine, and which profile each is connected by. */
record Links(NetworkBus bus) {

    private static final String OBJECT = "/org/freedesktop/NetworkManager";
    private static final GVariant ANY = Facts.path("/");
    private static final GVariant AS_SAVED =
            new GVariant.Array(new GType.Entry(GType.Basic.STRING, Facts.TYPE), List.of());
    private static final GVariant WHATEVER_VERSION = new GVariant.Whole(GType.Basic.UINT64, BigInteger.ZERO);

    /**
     * @param path its object on the bus
     * @param name as the kernel calls it: {@code eth0}
     * @param profile the object of the profile that it is connected by, or is being; empty: by none
     * @param isWayOut whether a default route goes over it
     * @param fitting the objects of the profiles that it could be connected by
     */
    record Device(String path, String name, long state, String profile, boolean isWayOut, List<String> fitting) {

        private static final long CONNECTED = 100;

        boolean isConnected() {
            return state == CONNECTED;
        }
    }

    Answer<List<Device>> devices() {
        return bus.facts(OBJECT, "").then(facts -> each(facts.textsOf("AllDevices")));
    }

    private Answer<List<Device>> each(List<String> paths) {
        var devices = new ArrayList<Device>();
        for (String path : paths) {
            switch (device(path)) {
                case Answer.Given<Device>(var device) -> devices.add(device);
                case Answer.None<Device> none when none.is("UnknownMethod") || none.is("UnknownObject") -> {}
                case Answer.None<Device>(var error, var reason) -> {
                    return new Answer.None<>(error, reason);
                }
            }
        }
        return new Answer.Given<>(List.copyOf(devices));
    }

    private Answer<Device> device(String path) {
        return bus.facts(path, "Device")
                .then(facts -> connection(facts.textOf("ActiveConnection"))
                        .map(active -> new Device(
                                path,
                                facts.textOf("Interface"),
                                facts.numberOf("State"),
                                active.textOf("Connection"),
                                active.isTrue("Default") || active.isTrue("Default6"),
                                facts.textsOf("AvailableConnections"))));
    }

    private Answer<Facts> connection(String path) {
        if (path.isEmpty() || path.equals("/")) {
            return new Answer.Given<>(Facts.NONE);
        }
        return switch (bus.facts(path, "Connection.Active")) {
            case Answer.None<Facts> none
            when none.is("UnknownMethod") || none.is("UnknownObject") -> new Answer.Given<>(Facts.NONE);
            case Answer<Facts> answer -> answer;
        };
    }

    /** The device takes over what its profile says now, without being cut off where that can be avoided. */
    Answer<List<GVariant>> renew(Device device) {
        return switch (bus.call(device.path(), "Device", "Reapply", AS_SAVED, WHATEVER_VERSION, Facts.number(0))) {
            case Answer.None<List<GVariant>> _ -> connect(device.profile(), device.path());
            case Answer<List<GVariant>> done -> done;
        };
    }

    /** @param profile object of the profile to connect the device by */
    Answer<List<GVariant>> connect(String profile, String device) {
        return bus.call(OBJECT, "", "ActivateConnection", Facts.path(profile), Facts.path(device), ANY);
    }
}
