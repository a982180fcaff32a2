package dev.twinsync.cli.plan;

import dev.twinsync.cli.terminal.Markdown;
import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.plan.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plan as a comment on a pull request.
 *
 * @param basis what it was made of, in a sentence
 */
record PlanMarkdown(Plan plan, String basis) {

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("### twin plan");
        lines.add("");
        lines.add(plan.sections().isEmpty() ? "Nothing to do: this machine is what `state/` says." : summary());
        plan.sections().forEach(section -> lines.addAll(section(section)));
        lines.add("");
        lines.add(basis);
        return lines;
    }

    private String summary() {
        var summary = Summary.of(plan);
        return "**%d to create, %d to change, %d to remove, %d waiting, %d blocked.** Risk: %s."
                .formatted(
                        summary.create(),
                        summary.change(),
                        summary.remove(),
                        summary.later(),
                        summary.blocked(),
                        word(summary.risk()));
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> List<String> section(Section<D, L, A> section) {
        var lines = new ArrayList<String>(List.of("", "#### " + Markdown.code(section.plugin()), ""));
        section.actions().forEach(planned -> lines.addAll(action(section, planned)));
        NotDone.waiting(section)
                .forEach(thing ->
                        lines.add("- " + Markdown.code(thing.key()) + " waits " + thing.waits(Markdown::code)));
        NotDone.blocked(section)
                .forEach(thing -> lines.add(
                        "- " + Markdown.code(thing.key()) + " is **blocked**" + thing.blocked(Markdown::code)));
        return lines;
    }

    private static <D extends Keyed, L extends Keyed, A extends Action> List<String> action(
            Section<D, L, A> section, PlannedAction<L, A> planned) {
        var lines = new ArrayList<String>();
        var risk = planned.risk() == Action.Risk.LOW ? "" : ", risk **" + word(planned.risk()) + "**";
        lines.add("- %s %s: %s%s"
                .formatted(
                        Markdown.code(planned.action().op()),
                        Markdown.code(planned.action().key()),
                        Markdown.code(planned.why()),
                        risk));
        PlanText.details(section, planned).ifPresent(text -> lines.add("  - " + Markdown.code(text)));
        planned.peril().ifPresent(peril -> lines.add("  - " + Markdown.code(peril)));
        if (!planned.effects().isEmpty()) {
            lines.add("  - brings along " + Markdown.code(String.join(", ", planned.effects())));
        }
        return lines;
    }

    private static String word(Action.Risk risk) {
        return risk.name().toLowerCase(Locale.ROOT);
    }
}
