package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.os.network.Links.Device;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Ticker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the profiles, and has the devices that are concerned take them over. */
final class Transaction {

    private static final Set<String> STARTED_BY_HAND = Set.of("802-3-ethernet");

    private final Profiles profiles;
    private final Links links;
    private final Ticker ticker;
    private final Map<String, String> expected = new HashMap<>();
    private final Set<String> leaving = new HashSet<>();

    Transaction(NetworkBus bus, Ticker ticker) {
        this.profiles = new Profiles(bus);
        this.links = new Links(bus);
        this.ticker = ticker;
    }

    /** What there is to wait for, once all is written; what is new and what is changed goes first, so that it can take over. */
    Answer<Settling> perform(List<Rewriting> rewritings, Progress progress) {
        var ordered = new ArrayList<>(rewritings);
        ordered.sort((one, other) ->
                Boolean.compare(one.wanted().isEmpty(), other.wanted().isEmpty()));
        int done = 0;
        for (Rewriting rewriting : ordered) {
            progress.at(10 + 40 * done++ / ordered.size(), rewriting.toString());
            if (write(rewriting) instanceof Answer.None<?>(var error, var reason)) {
                return new Answer.None<>(error, rewriting.action().id() + ": " + reason);
            }
        }
        return new Answer.Given<>(new Settling(links, ticker, Map.copyOf(expected), Set.copyOf(leaving)));
    }

    private Answer<?> write(Rewriting rewriting) {
        return switch (rewriting.before()) {
            case Optional<SavedProfile> before
            when before.isEmpty() -> add(rewriting.wanted().orElseThrow());
            case Optional<SavedProfile> before when rewriting.wanted().isEmpty() -> remove(before.get());
            case Optional<SavedProfile> before ->
                change(before.get(), rewriting.wanted().get());
        };
    }

    private Answer<?> add(Map<String, Map<String, GVariant>> wanted) {
        return profiles.add(wanted).then(path -> startsBySelf(wanted) ? takeOver(path) : new Answer.Given<>(List.of()));
    }

    private static boolean startsBySelf(Map<String, Map<String, GVariant>> wanted) {
        var lines = wanted.getOrDefault("connection", Map.of());
        return STARTED_BY_HAND.contains(Facts.text(lines.getOrDefault("type", Facts.text(""))))
                && !new GVariant.Bool(false).equals(lines.get("autoconnect"));
    }

    /**
     * From a profile that NetworkManager made for the cable, because there was no other. A device that has nothing to do
     * NetworkManager connects by itself.
     */
    private Answer<List<GVariant>> takeOver(String path) {
        return profiles.all().then(listing -> {
            var nobodys = listing.profiles().stream()
                    .filter(profile -> !profile.isSomebodys())
                    .map(SavedProfile::path)
                    .collect(Collectors.toSet());
            return links.devices()
                    .then(devices -> devices.stream()
                            .filter(device -> device.fitting().contains(path) && nobodys.contains(device.profile()))
                            .findFirst()
                            .map(device -> connect(path, device))
                            .orElseGet(() -> new Answer.Given<>(List.of())));
        });
    }

    private Answer<List<GVariant>> connect(String path, Device device) {
        expected.put(device.name(), path);
        return links.connect(path, device.path());
    }

    private Answer<?> change(SavedProfile before, Map<String, Map<String, GVariant>> wanted) {
        return links.devices()
                .then(devices -> profiles.update(before.path(), wanted)
                        .then(_ -> renewAll(devices.stream()
                                .filter(device -> device.profile().equals(before.path()))
                                .toList())));
    }

    private Answer<List<GVariant>> renewAll(List<Device> devices) {
        for (Device device : devices) {
            expected.put(device.name(), device.profile());
            if (links.renew(device) instanceof Answer.None<List<GVariant>> none) {
                return none;
            }
        }
        return new Answer.Given<>(List.of());
    }

    private Answer<?> remove(SavedProfile before) {
        leaving.add(before.path());
        return profiles.delete(before.path());
    }
}
