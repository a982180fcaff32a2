package dev.twinsync.flow.apply;

import dev.twinsync.domain.run.Leeway;
import dev.twinsync.domain.run.RunRecord.Begun;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.twin.Alone;
import dev.twinsync.flow.twin.Hands;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.port.Confirmation;
import java.io.IOException;
import java.util.List;

/** Does what the saved plan says, if it is still the right plan for this machine and somebody approves of it. */
public final class ApplyPlan {

    private final Twin twin;
    private final Confirmation confirmation;

    public ApplyPlan(Twin twin, Confirmation confirmation) {
        this.twin = twin;
        this.confirmation = confirmation;
    }

    public RunResult apply(ApplyOptions options) throws IOException {
        return Alone.toAct(twin, options.patience(), () -> check(options));
    }

    private RunResult check(ApplyOptions options) throws IOException {
        return switch (new CheckPlan(twin.view()).check(options.selection())) {
            case CheckPlan.Verdict.Fits fits -> approve(fits, options);
            case CheckPlan.Verdict unfit -> new RunResult.Unfit(unfit);
        };
    }

    private RunResult approve(CheckPlan.Verdict.Fits fits, ApplyOptions options) throws IOException {
        var destructive = options.leeway() == Leeway.EVERYTHING ? List.<String>of() : fits.destructive();
        return switch (new Approval(confirmation).of(fits.part(), destructive)) {
            case Approval.Given() ->
                new Elevating(twin, options.patience()).run(fits.obstacles(), hands -> carryOut(fits, options, hands));
            case Approval.Withheld(var result) -> result;
        };
    }

    private RunResult carryOut(CheckPlan.Verdict.Fits fits, ApplyOptions options, Hands hands) throws IOException {
        var begun = new Begun(
                twin.view().now(),
                twin.records().freeHistory(twin.view().now()),
                options.keepGoing(),
                options.leeway(),
                Run.notThere(fits.drafts()),
                fits.part().sections(),
                fits.saved());
        var ledger = Ledger.begin(twin, begun);
        return new Run(twin, begun, ledger).carryOut(fits.drafts(), hands);
    }
}
