package dev.twinsync.domain.network;

import dev.twinsync.domain.Keyed;
import java.util.Optional;

/**
 * One profile that somebody saved.
 *
 * @param managedBy what makes it anew whenever it runs, so that no change of it lasts; empty: NetworkManager's own
 */
public record LiveProfile(Profile profile, Optional<Keeper> managedBy) implements Keyed {

    /** What else makes profiles. */
    public enum Keeper {
        NETPLAN
    }

    @Override
    public String key() {
        return profile.uuid().text();
    }

    /** Whether the other one is this, maybe with more settings. */
    boolean isMetBy(LiveProfile other) {
        var more = other.profile;
        var settings = profile.settings();
        boolean allThere = settings.keys()
                .allMatch(key -> settings.get(key).equals(more.settings().get(key)));
        return allThere
                && managedBy.equals(other.managedBy)
                && profile.withSettings(Settings.NONE).equals(more.withSettings(Settings.NONE));
    }

    /** Why it is not changed here, with the remedy; empty: it can be. */
    Optional<String> whyFixed() {
        return managedBy.map(keeper -> switch (keeper) {
            case NETPLAN ->
                "netplan makes this profile anew at every start; change it in /etc/netplan, then run: netplan apply";
        });
    }
}
