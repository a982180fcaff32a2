package dev.twinsync.os.packages;

import dev.twinsync.os.packages.Simulation.Arrival;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What apt brings so that what stays has what it needs, though something goes: one package in the place of another, or
 * another version of what stays.
 */
final class Upkeep {

    private final Simulation simulation;
    private final Parts parts;
    private final Set<String> arriving;

    Upkeep(Simulation simulation, Parts parts) {
        this.simulation = simulation;
        this.parts = parts;
        this.arriving = simulation.arriving();
    }

    /**
     * Of the candidates, without what they need themselves.
     *
     * @param gone what does not stay
     */
    Set<String> brought(Set<String> gone, Set<String> candidates) {
        var lost = gone.stream()
                .filter(simulation.removals()::contains)
                .map(parts::of)
                .toList();
        if (lost.isEmpty()) {
            return Set.of();
        }
        return simulation.arrivals().stream()
                .filter(arrival -> candidates.contains(arrival.name()))
                .filter(arrival ->
                        arrival.replaced().isEmpty() ? comesInThePlaceOf(lost, arrival) : couldNotStay(arrival, lost))
                .map(Arrival::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What needs the one or the other, and not each of them for itself. */
    private boolean comesInThePlaceOf(List<Part> lost, Arrival arrival) {
        var newcomer = parts.of(arrival.name());
        return unchanged()
                .flatMap(part -> part.needs().stream())
                .anyMatch(names -> newcomer.answersToOneOf(names) && answers(lost.stream(), names));
    }

    private boolean couldNotStay(Arrival arrival, List<Part> lost) {
        return parts.before(arrival.name()).stream()
                .flatMap(before -> before.needs().stream())
                .anyMatch(names ->
                        answers(lost.stream(), names) && !answers(Stream.concat(unchanged(), parts.arriving()), names));
    }

    private Stream<Part> unchanged() {
        return parts.there()
                .filter(part -> !simulation.removals().contains(part.key()) && !arriving.contains(part.key()));
    }

    private static boolean answers(Stream<Part> some, List<String> names) {
        return some.anyMatch(part -> part.answersToOneOf(names));
    }
}
