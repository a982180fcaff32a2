package dev.twinsync.domain.plan;

import dev.twinsync.domain.Action.Risk;
import dev.twinsync.domain.Digest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be done to one machine.
 *
 * @param host the machine, as a salted digest of its machine id; empty: it has none, so the plan cannot be applied
 * @param sections one for each plugin that has something to say
 */
public record Plan(Optional<Digest> host, Basis basis, List<Section<?, ?, ?>> sections) {

    public Plan {
        sections = sections.stream().filter(section -> !section.isEmpty()).toList();
    }

    public boolean asksForNothing() {
        return sections.stream().allMatch(Section::asksForNothing);
    }

    public long actionCount() {
        return sections.stream().mapToLong(section -> section.actions().size()).sum();
    }

    public long blockedCount() {
        return sections.stream().mapToLong(section -> section.blocked().size()).sum();
    }

    public long laterCount() {
        return sections.stream().mapToLong(section -> section.later().size()).sum();
    }

    /** The highest risk of any action. */
    public Risk risk() {
        return plannedActions()
                .map(PlannedAction::risk)
                .max(Comparator.naturalOrder())
                .orElse(Risk.LOW);
    }

    private Stream<PlannedAction<?, ?>> plannedActions() {
        return sections.stream().flatMap(section -> section.actions().stream());
    }
}
