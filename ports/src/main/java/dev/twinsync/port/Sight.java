package dev.twinsync.port;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The half of a {@link Backend} that looks. Whoever is given a sight and no backend cannot change the machine. */
public interface Sight<L extends Keyed, A extends Action> {

    /** Never fails: what could not be seen is {@code Unavailable} or a gap, with the reason. */
    Observation<L> observe(Scope scope);

    /**
     * What would happen beyond the actions themselves, found by a simulation that changes nothing; by key. A key that
     * is left out has no other effects.
     */
    default Map<String, Forecast> forecast(List<A> actions) {
        return Map.of();
    }

    /** Why this process must not even try, as it lacks the right to: {@code needs root}. Empty: it may try. */
    default Optional<String> obstacle(A action) {
        return Optional.empty();
    }
}
