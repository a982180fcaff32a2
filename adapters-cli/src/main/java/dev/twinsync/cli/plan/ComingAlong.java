package dev.twinsync.cli.plan;

import dev.twinsync.domain.plan.PlannedAction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What comes along with the actions of one section, told beside the first that brings it: many files may be below one new folder. */
final class ComingAlong {

    private final Set<String> told = new HashSet<>();

    /**
     * In words; empty: nothing that was not told before.
     *
     * @param quote what makes a name of the names
     */
    Optional<String> with(PlannedAction<?, ?> planned, UnaryOperator<String> quote) {
        List<String> untold = planned.effects().stream().filter(told::add).toList();
        return untold.isEmpty()
                ? Optional.empty()
                : Optional.of("brings along " + quote.apply(String.join(", ", untold)));
    }
}
