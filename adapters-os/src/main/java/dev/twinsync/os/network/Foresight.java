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
 * What NetworkManager would not make, and what a change does to the way out of the machine. Whether a changed way out still leads anywhere
 * is found out on probation, but one that is gone, or is not taken any more from the next start on, no probe can bring back.
 */
record Foresight(Profiles profiles, Links links) {

    /** By key, what cannot be done and what is perilous. */
    Answer<Map<String, Forecast>> of(List<NetworkAction> actions) {
        return profiles.all()
                .then(listing -> links.devices().map(devices -> {
                    var forecasts = new TreeMap<String, Forecast>();
                    for (NetworkAction action : actions) {
                        forecast(action, listing, devices).ifPresent(forecast -> forecasts.put(action.key(), forecast));
                    }
                    return forecasts;
                }));
    }

    private static Optional<Forecast> forecast(NetworkAction action, Listing listing, List<Device> devices) {
        return lack(action)
                .<Forecast>map(Forecast.Impossible::new)
                .or(() -> peril(action, listing, devices).map(Forecast.Perilous::new));
    }

    private static Optional<String> lack(NetworkAction action) {
        return action instanceof Add(var profile, var _) ? Lack.of(profile) : Optional.empty();
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
