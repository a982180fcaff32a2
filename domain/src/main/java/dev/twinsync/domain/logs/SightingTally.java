package dev.twinsync.domain.logs;

import dev.twinsync.domain.Shortened;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts errors by what they are about and what they say; those that find no room any more are counted together. */
final class SightingTally {

    static final String OTHERS = "(other errors)";
    static final String ANY_UNIT = "(any)";

    private static final int MOST = 500;
    private static final int LONGEST_UNIT = 255;

    /** Made for one time only: the scope of a session, a run of systemd-run, a service for one connection. */
    private static final Pattern TRANSIENT = Pattern.compile("(?:.*\\.scope|run-.*|.*@[0-9]++-.*)", Pattern.DOTALL);

    private final Map<ErrorName, Sighting> sightings = new LinkedHashMap<>();

    void take(LogRecord error) {
        var key = new ErrorName(unit(Shortened.to(LONGEST_UNIT, error.unit())), Wording.of(error.message()));
        var place = sightings.containsKey(key) || sightings.size() < MOST ? key : new ErrorName(ANY_UNIT, OTHERS);
        var sighting = new Sighting(place.text(), error.severity(), place.unit(), error.at(), error.at(), 1);
        sightings.merge(place, sighting, Sighting::and);
    }

    private static String unit(String name) {
        return TRANSIENT.matcher(name).matches() ? Wording.of(name) : name;
    }

    List<Sighting> sighted() {
        return List.copyOf(sightings.values());
    }
}
