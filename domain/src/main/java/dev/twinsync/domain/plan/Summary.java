package dev.twinsync.domain.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Action.Risk;
import dev.twinsync.domain.Keyed;
import java.util.List;
import java.util.function.Predicate;

/** A plan in numbers. */
public record Summary(long create, long change, long remove, long blocked, long later, Risk risk) {

    public static Summary of(Plan plan) {
        var sections = plan.sections();
        long remove = count(sections, planned -> planned.action().takesAway());
        long create = count(
                sections, planned -> planned.action().makes() && planned.seen().isEmpty());
        return new Summary(
                create,
                plan.actionCount() - create - remove,
                remove,
                plan.blockedCount(),
                plan.laterCount(),
                plan.risk());
    }

    private static long count(
            List<Section<?, ?, ?>> sections, Predicate<PlannedAction<? extends Keyed, ? extends Action>> which) {
        return sections.stream()
                .flatMap(section -> section.actions().stream())
                .filter(which)
                .count();
    }
}
