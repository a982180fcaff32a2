package dev.twinsync.os.network;

import dev.twinsync.os.network.Links.Device;
import dev.twinsync.port.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Waits until NetworkManager is done with the devices.
 *
 * @param expected the profile that each of these devices must be connected by in the end: objects by the device's name
 * @param leaving objects of profiles that no device may be connected by in the end
 */
record Settling(Links links, Ticker ticker, Map<String, String> expected, Set<String> leaving) {

    private static final Duration BETWEEN = Duration.ofMillis(200);

    /** What is wrong at the end of that time, in words. */
    Optional<String> trouble(Duration limit) {
        var end = ticker.now().plus(limit);
        var trouble = trouble();
        while (trouble.isPresent() && ticker.now().compareTo(end) < 0) {
            ticker.pause(BETWEEN);
            trouble = trouble();
        }
        return trouble;
    }

    private Optional<String> trouble() {
        return switch (links.devices()) {
            case Answer.None<List<Device>>(var _, var reason) -> Optional.of(reason);
            case Answer.Given<List<Device>>(var devices) ->
                expected.entrySet().stream()
                        .filter(wanted -> devices.stream().noneMatch(device -> isAsWanted(device, wanted)))
                        .map(wanted -> wanted.getKey() + " did not come up")
                        .findFirst()
                        .or(() -> devices.stream()
                                .filter(device -> leaving.contains(device.profile()))
                                .map(device -> device.name() + " did not let go of its profile")
                                .findFirst());
        };
    }

    private static boolean isAsWanted(Device device, Map.Entry<String, String> wanted) {
        return device.name().equals(wanted.getKey())
                && device.profile().equals(wanted.getValue())
                && device.isConnected();
    }
}
