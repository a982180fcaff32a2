package dev.twinsync.cli.plan;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.OpenRunText;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plan.CheckPlan.Verdict;
import dev.twinsync.flow.plan.CheckPlan.Verdict.Fits;
import java.util.List;

/** What the checks before an apply gave. */
record VerdictText(Console console, CommonOptions options) {

    /** Of a dry run, where a plan that fits is the end of it. */
    Exit show(Verdict verdict) {
        return switch (verdict) {
            case Fits fits -> fits(fits);
            case Verdict.NothingToDo(var blocked) -> nothingToDo(blocked);
            case Verdict.Open(var run) ->
                no(OpenRunText.of(run) + "; nothing was changed; " + OpenRunText.HOW_TO_END, Exit.NEEDS_PERSON);
            case Verdict.NoPlan() -> no("there is no plan; run: twin plan", Exit.ERROR);
            case Verdict.Unreadable(var problems) -> console.unreadable(problems);
            case Verdict.Refused(var reason) -> no(reason, Exit.REFUSED);
            case Verdict.Stale(var reason) -> no(reason, Exit.STALE);
        };
    }

    private Exit no(String reason, Exit exit) {
        console.complain(reason);
        return exit;
    }

    private Exit nothingToDo(long blocked) {
        if (options.asJson()) {
            console.json(Tree.map()
                    .put("results", Tree.list(List.of()))
                    .put("blocked", Tree.literal(blocked))
                    .build());
        } else {
            console.next(
                    blocked == 0 ? "Nothing to do." : "Nothing can be done; to see what is blocked, run: twin plan");
        }
        return blocked == 0 ? Exit.OK : Exit.CHANGES_PENDING;
    }

    private Exit fits(Fits fits) {
        if (options.asJson()) {
            console.json(tree(fits));
        } else {
            PlanText.of(fits.part()).forEach(console::line);
            fits.obstacles().forEach(sentence -> console.line(Printable.of("  needs sudo: " + sentence)));
            fits.destructive()
                    .forEach(id -> console.line(Printable.of("  needs --allow-destructive, or to be typed: " + id)));
            console.next("The plan fits this machine. Nothing was changed. To do this, run: twin apply");
        }
        return Exit.CHANGES_PENDING;
    }

    private static Tree tree(Fits fits) {
        return Tree.map()
                .put("fits", Tree.literal(true))
                .put("id", fits.saved().id().text())
                .put("actions", texts(ids(fits.part())))
                .put("needs_root", texts(fits.obstacles()))
                .put("destructive", texts(fits.destructive()))
                .build();
    }

    private static List<String> ids(Plan part) {
        return part.sections().stream()
                .flatMap(section -> section.actions().stream().map(planned -> section.id(planned.action())))
                .toList();
    }

    private static Tree texts(List<String> texts) {
        return Tree.list(texts.stream().map(Tree::text).toList());
    }
}
