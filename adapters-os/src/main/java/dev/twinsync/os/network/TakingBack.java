package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.os.network.Links.Device;
import dev.twinsync.os.network.Profiles.Listing;
import dev.twinsync.port.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings back what was there before a trial. */
final class TakingBack {

    private static final Duration FOR_DEVICES = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final Checkpoints checkpoints;
    private final Profiles profiles;
    private final Links links;
    private final Ticker ticker;
    private final CheckpointNote note;

    TakingBack(NetworkBus bus, Ticker ticker, CheckpointNote note) {
        this.checkpoints = new Checkpoints(bus);
        this.profiles = new Profiles(bus);
        this.links = new Links(bus);
        this.ticker = ticker;
        this.note = note;
    }

    /** What could not be brought back, in words. */
    Optional<String> of(Trial trial) {
        var refused = new HashSet<String>();
        rollBack(trial).ifPresent(refused::add);
        for (Rewriting rewriting : trial.rewritings()) {
            if (restore(rewriting) instanceof Answer.None<?>(var _, var reason)) {
                refused.add(rewriting.action().id() + ": " + reason);
            }
        }
        awaitDevices(trial.connected());
        note.remove().ifPresent(refused::add);
        return refused.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", refused));
    }

    /** NetworkManager may have done it by itself already. */
    private Optional<String> rollBack(Trial trial) {
        return switch (checkpoints.isOpen(trial.checkpoint())) {
            case Answer.Given<Boolean>(var open) when !open -> Optional.empty();
            case Answer.Given<Boolean> _ ->
                checkpoints.rollBack(trial.checkpoint()) instanceof Answer.None<?>(var _, var reason)
                        ? Optional.of(reason)
                        : Optional.empty();
            case Answer.None<Boolean>(var _, var reason) -> Optional.of(reason);
        };
    }

    /** NetworkManager leaves alone what no device was connected by. */
    private Answer<?> restore(Rewriting rewriting) {
        return profiles.all().then(listing -> restore(rewriting, listing));
    }

    private Answer<?> restore(Rewriting rewriting, Listing listing) {
        var there = listing.find(rewriting.uuid());
        var before = rewriting.before();
        if (there.isEmpty()) {
            return before.isEmpty()
                    ? new Answer.Given<>(listing)
                    : profiles.add(before.get().connection());
        }
        return before.isEmpty() ? profiles.delete(there.get().path()) : restore(before.get(), there.get());
    }

    private Answer<?> restore(SavedProfile before, SavedProfile there) {
        return profiles.whole(there)
                .then(whole -> withoutNotes(before).equals(withoutNotes(whole))
                        ? new Answer.Given<>(List.of())
                        : profiles.update(there.path(), before.connection()));
    }

    private static Map<String, Map<String, GVariant>> withoutNotes(SavedProfile profile) {
        var sections = new HashMap<>(profile.connection());
        sections.computeIfPresent("connection", (_, lines) -> {
            var others = new HashMap<>(lines);
            others.remove("timestamp");
            return others;
        });
        return sections;
    }

    private void awaitDevices(List<String> connected) {
        var end = ticker.now().plus(FOR_DEVICES);
        while (!areBack(connected) && ticker.now().compareTo(end) < 0) {
            ticker.pause(BETWEEN);
        }
    }

    private boolean areBack(List<String> connected) {
        return links.devices() instanceof Answer.Given<List<Device>>(var devices)
                && connected.stream()
                        .allMatch(name -> devices.stream()
                                .anyMatch(device -> device.name().equals(name) && device.isConnected()));
    }
}
