package dev.twinsync.cli.plan;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.plan.Summary;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A plan for people. */
final class PlanText {

    private static final int NAME_AND_OP = 2;
    private static final Pattern LONG_DIGEST = Pattern.compile("(sha256:[0-9a-f]{12})[0-9a-f]{52}");

    private PlanText() {}

    static List<String> of(Plan plan) {
        var lines = new ArrayList<String>();
        plan.sections().forEach(section -> lines.addAll(section(section)));
        lines.add(summary(Summary.of(plan)));
        return lines.stream().map(Printable::of).toList();
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> List<String> section(Section<D, L, A> section) {
        var lines = new ArrayList<String>();
        lines.add(section.plugin());
        section.actions().forEach(planned -> lines.addAll(action(section, planned)));
        NotDone.waiting(section)
                .forEach(thing -> lines.add("  ? " + thing.key() + "  waits " + thing.waits(UnaryOperator.identity())));
        NotDone.blocked(section)
                .forEach(thing ->
                        lines.add("  ! " + thing.key() + "  blocked" + thing.blocked(UnaryOperator.identity())));
        return lines;
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> List<String> action(
            Section<D, L, A> section, PlannedAction<L, A> planned) {
        var lines = new ArrayList<String>();
        var action = planned.action();
        lines.add("  " + sign(planned) + " " + action.op() + " " + action.key() + "  (" + planned.why() + ")"
                + risk(planned));
        details(section, planned).ifPresent(text -> lines.add("      " + text));
        planned.peril().ifPresent(peril -> lines.add("      " + peril));
        if (!planned.effects().isEmpty()) {
            lines.add("      brings along " + String.join(", ", planned.effects()));
        }
        return lines;
    }

    /** The action's lines beyond its name, as they stand in the plan, with digests cut short. */
    static <D extends Keyed, L extends Keyed, A extends Action> Optional<String> details(
            Section<D, L, A> section, PlannedAction<L, A> planned) {
        if (!(section.kind().action().write(planned.action()) instanceof Tree.Mapping(var entries, var _))) {
            return Optional.empty();
        }
        return Optional.of(entries.stream()
                        .skip(NAME_AND_OP)
                        .map(entry -> entry.key() + ": " + entry.value().inline())
                        .collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty())
                .map(text -> LONG_DIGEST.matcher(text).replaceAll("$1…"));
    }

    private static String sign(PlannedAction<?, ?> planned) {
        if (planned.action().takesAway()) {
            return "-";
        }
        return planned.seen().isEmpty() && planned.action().makes() ? "+" : "~";
    }

    private static String risk(PlannedAction<?, ?> planned) {
        return planned.risk().compareTo(Action.Risk.MEDIUM) < 0
                ? ""
                : "  risk: " + planned.risk().name().toLowerCase(Locale.ROOT);
    }

    private static String summary(Summary summary) {
        return "Plan: " + summary.create() + " to create, " + summary.change() + " to change, " + summary.remove()
                + " to remove"
                + (summary.later() > 0 ? ", " + summary.later() + " waiting for an earlier step" : "")
                + (summary.blocked() > 0 ? ", " + summary.blocked() + " blocked" : "")
                + ". Risk: " + summary.risk().name().toLowerCase(Locale.ROOT) + ".";
    }
}
