package dev.twinsync.cli.plan;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.flow.view.Layout;
import java.io.IOException;

/** A plan that was just saved, for people and for programs, and what to do next. */
public record SavedPlanText(Wiring wiring, Console console, CommonOptions options) {

    /** @param nothing what to say where there is nothing to do */
    public Exit show(SavedPlan saved, String nothing) throws IOException {
        var plan = saved.plan();
        if (options.asJson()) {
            console.json(Layout.latestPlan(wiring.view()).shape().write(saved));
        } else if (plan.sections().isEmpty()) {
            console.line(nothing);
        } else {
            PlanText.of(plan).forEach(console::line);
            console.next(plan.asksForNothing() ? "Nothing of this can be done." : "To do this, run: twin apply");
        }
        return plan.sections().isEmpty() ? Exit.OK : Exit.CHANGES_PENDING;
    }
}
