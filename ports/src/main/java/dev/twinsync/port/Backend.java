package dev.twinsync.port;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The real component behind one kind: dpkg, systemd, a crontab. It looks and it acts; whether an action did what it
 * should is judged by looking again, never by what the component says of itself.
 */
public interface Backend<L extends Keyed, A extends Action> {

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

    /** How the actions are to be grouped: each list is attempted as one. Apt wants all of them at once. */
    default List<List<A>> transactions(List<A> actions) {
        return actions.stream().map(List::of).toList();
    }

    /** Tries one transaction, with a report of how far it is. */
    Attempt apply(List<A> transaction, Progress progress);
}
