package dev.twinsync.domain.services;

import dev.twinsync.domain.Keyed;
import java.util.List;
import java.util.Optional;

/**
 * What systemd knows of one unit.
 *
 * @param state empty only where a mask was taken away and what it hid was not seen yet
 * @param running whether it is active; given exactly where that is steady
 * @param aliasOf the unit that this is another name of
 * @param triggers the active units that start it on demand
 * @param place where its file lies; where it is masked, that was not seen
 */
public record LiveService(
        UnitName name,
        UnitScope scope,
        Optional<UnitFileState> state,
        Optional<Boolean> running,
        Activation activation,
        List<UnitName> triggers,
        Optional<UnitName> aliasOf,
        UnitPlace place)
        implements Keyed {

    public LiveService {
        triggers = triggers.stream().sorted().toList();
        boolean steady = activation == Activation.STEADY && !name.isTemplate() && aliasOf.isEmpty();
        if (running.isPresent() != steady) {
            throw new IllegalArgumentException(
                    name + (steady ? " must say whether it runs" : " cannot say whether it runs"));
        }
        if (triggers.isEmpty() == (activation == Activation.TRIGGERED)) {
            throw new IllegalArgumentException(name + " is triggered exactly if there are triggers");
        }
        if (activation == Activation.STARTING && (name.isTemplate() || aliasOf.isPresent())) {
            throw new IllegalArgumentException(name + " is no unit of its own that could be started");
        }
        boolean withoutFile = state.equals(Optional.of(UnitFileState.NO_FILE));
        if (withoutFile && (!running.orElse(false) || place != UnitPlace.SHIPPED)) {
            throw new IllegalArgumentException(name + " has no unit file, so it is there only while it runs");
        }
    }

    /** A unit that runs, or does not, until somebody changes that; of a template nothing runs at all. */
    public static LiveService steady(UnitName name, UnitScope scope, UnitFileState state, boolean running) {
        return new LiveService(
                name,
                scope,
                Optional.of(state),
                Optional.of(running).filter(_ -> !name.isTemplate()),
                Activation.STEADY,
                List.of(),
                Optional.empty(),
                UnitPlace.SHIPPED);
    }

    @Override
    public String key() {
        return scope.key(name);
    }

    boolean isMasked() {
        return state.filter(UnitFileState::isMask).isPresent();
    }

    boolean isHeldByMask() {
        return isMasked() && !running.orElse(false);
    }

    boolean isIn(UnitFileState wanted) {
        return state.equals(Optional.of(wanted));
    }

    LiveService withState(Optional<UnitFileState> changed) {
        return new LiveService(name, scope, changed, running, activation, triggers, aliasOf, place);
    }

    LiveService started() {
        return withRunning(true);
    }

    /** It changes nothing that can be seen, but for what ends again and again, which is to last from now on. */
    LiveService restarted() {
        return activation == Activation.STARTING ? withRunning(true) : this;
    }

    /** Without a file it is gone once it does not run. */
    Optional<LiveService> stopped() {
        return Optional.of(this)
                .filter(unit -> !unit.isIn(UnitFileState.NO_FILE))
                .map(unit -> unit.withRunning(false));
    }

    /** What was starting is up or down by it; where it is not steady otherwise, nothing can be said and nothing changes. */
    private LiveService withRunning(boolean changed) {
        return activation == Activation.STARTING
                ? new LiveService(name, scope, state, Optional.of(changed), Activation.STEADY, triggers, aliasOf, place)
                : new LiveService(name, scope, state, running.map(_ -> changed), activation, triggers, aliasOf, place);
    }

    /** A unit can be masked before it exists: behind such a mask there is nothing. */
    boolean wasOnlyMask() {
        return state.isEmpty();
    }

    /** Whether this, as it was expected, and what was found differ in nothing that can be foretold. */
    boolean foretells(LiveService found) {
        boolean sameState =
                state.map(expected -> found.state.equals(Optional.of(expected))).orElse(!found.isMasked());
        return sameState && (running.isEmpty() || running.equals(found.running) || found.isAtTheWillOfOthers());
    }

    /** What is only starting is not: it is not up, as was foretold of a start, and not down, as was foretold of a stop. */
    private boolean isAtTheWillOfOthers() {
        return running.isEmpty() && activation != Activation.STARTING;
    }
}
