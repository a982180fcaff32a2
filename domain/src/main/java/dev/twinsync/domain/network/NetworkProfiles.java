package dev.twinsync.domain.network;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.network.DesiredProfile.Absent;
import dev.twinsync.domain.network.DesiredProfile.Present;
import dev.twinsync.domain.network.NetworkAction.Add;
import dev.twinsync.domain.network.NetworkAction.Change;
import dev.twinsync.domain.network.NetworkAction.Remove;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of connection profiles. */
public final class NetworkProfiles implements Kind<DesiredProfile, LiveProfile, NetworkAction> {

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String listKey() {
        return "profiles";
    }

    @Override
    public List<String> backends() {
        return List.of("networkmanager");
    }

    @Override
    public Action.Stage stage() {
        return Action.Stage.NETWORK;
    }

    @Override
    public Shape<DesiredProfile> desired() {
        return ProfileShapes.DESIRED;
    }

    @Override
    public Shape<LiveProfile> live() {
        return ProfileShapes.LIVE;
    }

    @Override
    public Shape<NetworkAction> action() {
        return ProfileShapes.ACTION;
    }

    @Override
    public Stream<Step<NetworkAction>> decide(Pair<DesiredProfile, LiveProfile> pair) {
        return switch (pair) {
            case Pair.Missing(Present wanted) -> Stream.of(ProfileDecision.add(wanted));
            case Pair.Missing(Absent _) -> Stream.empty();
            case Pair.Both(Present wanted, var seen) -> new ProfileDecision(wanted, seen).step().stream();
            case Pair.Both(Absent _, var seen) -> Stream.of(remove(seen));
            case Pair.Unmanaged(var _) -> Stream.empty();
        };
    }

    private static Step<NetworkAction> remove(LiveProfile seen) {
        var profile = seen.profile();
        return seen.whyFixed()
                .<Step<NetworkAction>>map(why -> new Step.Blocked<>(seen.key(), why))
                .orElseGet(() -> new Step.Do<>(
                        new Remove(profile.uuid(), profile.id(), profile.mayHoldSecrets()),
                        "declared absent, is there"));
    }

    @Override
    public Optional<LiveProfile> after(Optional<LiveProfile> seen, NetworkAction action) {
        return switch (action) {
            case Add(var profile, var _) -> Optional.of(new LiveProfile(profile, Optional.empty()));
            case Change(var profile, var _) ->
                Optional.of(new LiveProfile(profile, seen.flatMap(LiveProfile::managedBy)));
            case Remove _ -> Optional.empty();
        };
    }

    /** NetworkManager completes what it is given: it adds a method of IPv4, a mode of a bond. What it was given must be there. */
    @Override
    public boolean fulfils(Optional<LiveProfile> expected, Optional<LiveProfile> found) {
        return expected.isPresent() == found.isPresent()
                && expected.flatMap(foretold -> found.map(foretold::isMetBy)).orElse(true);
    }

    /** Exactly what is seen: what was added to it since has to go again. */
    @Override
    public DesiredProfile adopt(LiveProfile seen) {
        var profile = seen.profile();
        return new Present(
                profile.id(),
                profile.uuid(),
                profile.type(),
                profile.interfaceName(),
                Optional.of(profile.autoconnect()),
                Optional.of(profile.priority()),
                true,
                profile.settings(),
                SecretFiles.NONE);
    }

    @Override
    public Optional<DesiredProfile> absent(String key) {
        return Optional.of(new Absent(Optional.empty(), new ProfileUuid(key)));
    }

    /** Every profile that is NetworkManager's own, for somebody saved it. What else makes profiles makes them again. */
    @Override
    public Optional<DesiredProfile> firstWish(LiveProfile seen) {
        var profile = seen.profile();
        return Optional.of(new Present(
                        profile.id(),
                        profile.uuid(),
                        profile.type(),
                        profile.interfaceName(),
                        Optional.of(false).filter(_ -> !profile.autoconnect()),
                        Optional.of(profile.priority()).filter(priority -> priority != 0),
                        false,
                        profile.settings(),
                        SecretFiles.NONE))
                .filter(_ -> seen.managedBy().isEmpty())
                .map(wish -> wish);
    }
}
