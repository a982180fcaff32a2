package dev.twinsync.os.services;

import dev.twinsync.domain.services.Activation;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which units start which. Read from what each unit says of others, which stands in its file; what systemd says the other
 * way round ({@code WantedBy}, {@code TriggeredBy}) depends on which units happen to be loaded at the moment.
 */
final class UnitWeb {

    private static final List<String> WANTS = List.of("Wants", "Requires", "BindsTo", "Upholds");

    private final Set<String> wanted;
    private final List<UnitFacts> triggering;

    UnitWeb(Collection<UnitFacts> units) {
        wanted = units.stream()
                .flatMap(unit -> WANTS.stream().flatMap(property -> unit.names(property).stream()))
                .collect(Collectors.toSet());
        triggering = units.stream()
                .filter(UnitFacts::isRunning)
                .filter(unit -> !unit.says("Triggers", ""))
                .toList();
    }

    /**
     * The units that start some of these by themselves, whether they run or not. Those that run are loaded, so that systemd knows
     * them from this side as well.
     */
    static Set<UnitName> startersOf(Collection<UnitFacts> units) {
        return units.stream()
                .flatMap(unit -> unit.names("TriggeredBy").stream())
                .flatMap(name -> UnitName.ifManageable(name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it could be told otherwise with more units in the web: with one that wants it. */
    boolean dependsOnOthers(UnitFacts unit) {
        return switch (activation(unit)) {
            case BUS, UNCLAIMED -> true;
            case STEADY, STARTING, ONCE, TRIGGERED, UNREADABLE -> false;
        };
    }

    /**
     * What is started on demand or does one thing and ends comes and goes, so that it is no news that it is being started; but that it
     * is tried again by itself is.
     */
    Activation activation(UnitFacts unit) {
        var activation = whoStarts(unit);
        return switch (activation) {
            case STEADY -> unit.isStarting() ? Activation.STARTING : activation;
            case ONCE -> unit.isTriedAgain() ? Activation.STARTING : activation;
            case STARTING, TRIGGERED, BUS, UNCLAIMED, UNREADABLE -> activation;
        };
    }

    private Activation whoStarts(UnitFacts unit) {
        if (unit.says("LoadState", "masked")) {
            return Activation.STEADY;
        }
        if (unit.isBroken()) {
            return unit.isRunning() ? Activation.STEADY : Activation.UNREADABLE;
        }
        boolean service = unit.id().endsWith(".service");
        if (service && unit.runsOnce()) {
            return Activation.ONCE;
        }
        if (!triggers(unit).isEmpty()) {
            return Activation.TRIGGERED;
        }
        if (!service) {
            return Activation.STEADY;
        }
        if (wanted.contains(unit.id())) {
            return Activation.STEADY;
        }
        if (!unit.says("BusName", "")) {
            return Activation.BUS;
        }
        return unit.says("UnitFileState", UnitFileState.STATIC.word()) ? Activation.UNCLAIMED : Activation.STEADY;
    }

    /** The active units that start this one. */
    List<UnitName> triggers(UnitFacts unit) {
        var names = triggering.stream()
                .filter(other -> other.names("Triggers").contains(unit.id()))
                .map(other -> new UnitName(other.id()))
                .collect(Collectors.toCollection(TreeSet::new));
        return List.copyOf(names);
    }
}
