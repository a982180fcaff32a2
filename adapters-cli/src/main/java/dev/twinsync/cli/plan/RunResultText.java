package dev.twinsync.cli.plan;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.OpenRunText;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.view.Layout;
import java.io.IOException;
import java.util.Optional;

/**
 * How an apply, its finishing or its taking back ended, for people and for programs.
 *
 * @param untouched what is true where it came to nothing, in words
 */
public record RunResultText(Wiring wiring, Console console, CommonOptions options, String untouched) {

    static final String UNCHANGED = "nothing was changed";

    public RunResultText(Wiring wiring, Console console, CommonOptions options) {
        this(wiring, console, options, UNCHANGED);
    }

    /** For an apply before which things were adopted and ignored, which stays whatever comes of it. */
    public RunResultText afterDecisions() {
        return new RunResultText(wiring, console, options, "nothing was applied");
    }

    public Exit show(RunResult result) throws IOException {
        return switch (result) {
            case RunResult.Unfit(var verdict) -> new VerdictText(console, options).show(verdict);
            case RunResult.Refused(var reason) -> no(reason, Exit.REFUSED);
            case RunResult.Unreadable(var problems) -> console.unreadable(problems);
            case RunResult.NotPermitted(var obstacles) -> {
                obstacles.forEach(console::complain);
                yield no(untouched, Exit.ERROR);
            }
            case RunResult.Declined() -> no("not approved; " + untouched, Exit.REFUSED);
            case RunResult.NobodyToAsk() ->
                no("this is not a terminal, so nobody can be asked; approve with --yes", Exit.REFUSED);
            case RunResult.Locked(var holder) -> LockedText.show(holder, untouched, console);
            case RunResult.NothingOpen() -> no("no apply was cut off; " + untouched, Exit.ERROR);
            case RunResult.NeedsPerson(var reasons) -> {
                reasons.forEach(console::complain);
                yield no("put that in order, or " + OpenRunText.HOW_TO_END, Exit.NEEDS_PERSON);
            }
            case RunResult.Finished finished -> finished(finished);
            case RunResult.TakenBack(var past, var history, var complete) -> {
                print(
                        past,
                        complete
                                ? "Everything is what it was before; see " + history
                                : "Not everything could be taken back; see " + history);
                yield complete ? Exit.ROLLED_BACK : Exit.NEEDS_PERSON;
            }
            case RunResult.CutOff(var past, var reason, var fault) -> cutOff(past, reason, fault);
        };
    }

    private Exit no(String reason, Exit exit) {
        console.complain(reason);
        return exit;
    }

    private Exit finished(RunResult.Finished finished) throws IOException {
        print(finished.past(), summary(finished) + "; see " + finished.history());
        if (finished.interrupted()) {
            return Exit.INTERRUPTED;
        }
        if (finished.isTakenBack()) {
            return Exit.ROLLED_BACK;
        }
        return finished.succeeded() ? Exit.OK : Exit.PARTIAL;
    }

    private Exit cutOff(PastPlan past, String reason, Optional<RuntimeException> fault) throws IOException {
        if (options.asJson()) {
            console.json(Layout.pastPlan("", wiring.view()).shape().write(past));
        }
        fault.filter(_ -> options.verbose()).ifPresent(console::whole);
        return no(
                succeeded(past) + ", and the run stays open: " + reason + "; then " + OpenRunText.HOW_TO_END,
                Exit.NEEDS_PERSON);
    }

    private void print(PastPlan past, String sentence) throws IOException {
        if (options.asJson()) {
            console.json(Layout.pastPlan("", wiring.view()).shape().write(past));
        } else {
            console.line(sentence);
        }
    }

    private static String summary(RunResult.Finished finished) {
        return succeeded(finished.past()) + (finished.isTakenBack() ? ", and everything is what it was before" : "");
    }

    private static String succeeded(PastPlan past) {
        long good = past.results().stream().filter(ActionResult::succeeded).count();
        return good + " of " + past.results().size() + (past.results().size() == 1 ? " action" : " actions")
                + " succeeded";
    }
}
