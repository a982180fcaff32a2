package dev.twinsync.domain.logs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What several plugins saw of errors, each error once: rsyslog writes into its files what the journal has too. */
public final class Sightings {

    private Sightings() {}

    /** Of an error that two plugins saw, what the one saw that saw it more often; what one plugin saw is added up. */
    public static List<Sighting> ofPlugins(List<List<Sighting>> plugins) {
        var most = new LinkedHashMap<ErrorName, Sighting>();
        for (List<Sighting> plugin : plugins) {
            addedUp(plugin).forEach((key, sighting) -> most.merge(key, sighting, Sightings::moreOften));
        }
        return List.copyOf(most.values());
    }

    private static Map<ErrorName, Sighting> addedUp(List<Sighting> sightings) {
        var sums = new LinkedHashMap<ErrorName, Sighting>();
        sightings.forEach(sighting -> sums.merge(sighting.name(), sighting, Sighting::and));
        return sums;
    }

    private static Sighting moreOften(Sighting one, Sighting other) {
        return one.count() >= other.count() ? one : other;
    }
}
