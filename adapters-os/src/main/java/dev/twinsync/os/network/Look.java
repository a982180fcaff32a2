package dev.twinsync.os.network;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.ProfileOnBus;
import dev.twinsync.domain.network.ProfileUuid;
import dev.twinsync.os.Self;
import dev.twinsync.os.network.Profiles.Listing;
import dev.twinsync.port.Scope;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One look at the profiles.
 *
 * @param scope which are asked for
 * @param self who asks
 */
record Look(Scope scope, Self self) {

    private static final Pattern UUID = Pattern.compile(ProfileUuid.GRAMMAR);

    Observation<LiveProfile> of(Listing listing) {
        var live = new ArrayList<LiveProfile>();
        var gaps = new ArrayList<Gap>();
        for (SavedProfile profile : listing.profiles()) {
            if (isAskedFor(profile) && UUID.matcher(profile.uuid()).matches()) {
                try {
                    live.add(new LiveProfile(ProfileOnBus.read(profile.connection()), profile.keeper()));
                } catch (IllegalArgumentException strange) {
                    gaps.add(new Gap(profile.uuid(), strange.getMessage()));
                }
            }
        }
        if (listing.hidden() > 0) {
            keys().stream()
                    .filter(key -> listing.find(key).isEmpty())
                    .forEach(key -> gaps.add(new Gap(key, hidden(listing.hidden()))));
        }
        return new Observation.Seen<>(live, gaps);
    }

    private String hidden(int number) {
        return "NetworkManager does not show all profiles to " + self.name() + ", and this may be one of the " + number
                + " that it hides; root sees them all";
    }

    private boolean isAskedFor(SavedProfile profile) {
        return keys().contains(profile.uuid()) || scope instanceof Scope.Everything && profile.isSomebodys();
    }

    private Set<String> keys() {
        return switch (scope) {
            case Scope.Everything(var declared) -> declared;
            case Scope.Some some -> some.keys();
        };
    }
}
