package dev.twinsync.os.packages;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a simulation would do that nobody asked for and that must not simply happen. */
final class Surprises {

    private Surprises() {}

    static Set<String> held(Request request, Simulation simulation, Installation installation) {
        var touched = new TreeSet<>(simulation.arriving());
        touched.addAll(simulation.removals());
        touched.removeAll(request.keys());
        return touched.stream().filter(installation::isHeld).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The reason not to go on. */
    static Optional<String> of(Request request, Simulation simulation, Installation installation) {
        var lost = new TreeSet<>(simulation.removals());
        lost.removeAll(request.removed());
        if (!lost.isEmpty()) {
            return Optional.of("apt would also remove " + String.join(", ", lost)
                    + ", which nobody asked for; declare these absent too, or plan again");
        }
        var held = held(request, simulation, installation);
        if (!held.isEmpty()) {
            return Optional.of("apt would also change packages that are on hold: " + String.join(", ", held));
        }
        return installation.guards().entrySet().stream()
                .filter(guard -> request.removed().contains(guard.getKey().text()))
                .findFirst()
                .map(guard -> "this machine must not lose " + guard.getKey() + ": " + guard.getValue());
    }
}
