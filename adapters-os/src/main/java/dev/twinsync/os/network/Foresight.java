package dev.twinsync.os.network;

import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.NetworkAction.Add;
import dev.twinsync.domain.network.NetworkAction.Change;
import dev.twinsync.domain.network.NetworkAction.Remove;
import dev.twinsync.os.network.Links.Device;
import dev.twinsync.os.network.Profiles.Listing;
import dev.twinsync.port.Forecast;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a change does to the way out of the machine. Whether a changed way out still leads anywhere is found out on probation, but one
 * that is gone, or is not taken any more from the next start on, no probe can bring back.
 */
record Foresight(Profiles profiles, Links links) {

    /** By key, what is perilous. */
    Answer<Map<String, Forecast>> of(List<NetworkAction> actions) {
        return profiles.all()
                .then(listing -> links.devices().map(devices -> {
                    var forecasts = new TreeMap<String, Forecast>();
                    for (NetworkAction action : actions) {
                        peril(action, listing, devices)
                                .ifPresent(peril -> forecasts.put(action.key(), new Forecast.Perilous(peril)));
                    }
                    return forecasts;
                }));
    }

    private static Optional<String> peril(NetworkAction action, Listing listing, List<Device> devices) {
        var path = listing.find(action.uuid().text()).map(SavedProfile::path);
        return devices.stream()
                .filter(Device::isWayOut)
                .filter(device -> path.filter(device.profile()::equals).isPresent())
                .flatMap(device -> peril(action, device).stream())
                .findFirst();
    }

    private static Optional<String> peril(NetworkAction action, Device device) {
        return switch (action) {
            case Remove _ -> Optional.of("it is the way out of this machine, over " + device.name());
            case Change(var profile, var _)
            when !profile.autoconnect() ->
                Optional.of("it is the way out of this machine, over " + device.name()
                        + ", and would not come up at the next start");
            case Add _, Change _ -> Optional.empty();
        };
    }
}
