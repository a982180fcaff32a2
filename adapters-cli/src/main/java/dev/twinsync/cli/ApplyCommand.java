package dev.twinsync.cli;

import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.ApplyPlan.Result;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "apply",
        description = "Do what plan/latest.yaml says, after asking.",
        footer = {
            "Exit codes: 0 done or nothing to do, 1 error, 3 the plan no longer fits, 4 some actions failed,",
            "8 refused or not approved. Only with 4 was anything changed besides what is reported as done."
        })
final class ApplyCommand extends RepoCommand {

    @Mixin
    private OnlyOption only;

    @Option(names = "--yes", description = "Do not ask. Does not cover what is destructive.")
    private boolean yes;

    @Option(names = "--allow-destructive", description = "Accept that things nobody named may be lost.")
    private boolean allowDestructive;

    @Override
    Exit run(Wiring wiring, Console console) throws IOException {
        var apply = wiring.apply(new TerminalConfirmation(console, yes));
        return switch (apply.apply(only.selection(), allowDestructive)) {
            case Result.Finished finished -> finished(wiring, finished, console);
            case Result.Unrecorded(var past, var reason) -> {
                console.complain(succeeded(past) + ", which could not be recorded: " + reason);
                yield Exit.PARTIAL;
            }
            case Result.NothingToDo(var blocked) -> nothingToDo(blocked, console);
            case Result.NoPlan() -> no(console, "there is no plan; run: twin plan", Exit.ERROR);
            case Result.Unreadable(var problems) -> console.unreadable(problems);
            case Result.Refused(var reason) -> no(console, reason, Exit.REFUSED);
            case Result.Stale(var reason) -> no(console, reason, Exit.STALE);
            case Result.NotPermitted(var obstacles) -> {
                obstacles.forEach(console::complain);
                yield no(console, "nothing was changed", Exit.ERROR);
            }
            case Result.Declined() -> no(console, "not approved; nothing was changed", Exit.REFUSED);
            case Result.NobodyToAsk() ->
                no(console, "this is not a terminal, so nobody can be asked; approve with --yes", Exit.REFUSED);
        };
    }

    private Exit nothingToDo(long blocked, Console console) {
        if (options().asJson()) {
            console.json(Tree.map().put("results", Tree.list(List.of())).build());
        } else {
            console.line(
                    blocked == 0 ? "Nothing to do." : "Nothing can be done; to see what is blocked, run: twin plan");
        }
        return Exit.OK;
    }

    private Exit finished(Wiring wiring, Result.Finished finished, Console console) throws IOException {
        if (options().asJson()) {
            console.json(wiring.tree(finished.past()));
        } else {
            console.line(succeeded(finished.past()) + "; see " + finished.history());
        }
        return finished.succeeded() ? Exit.OK : Exit.PARTIAL;
    }

    private static String succeeded(PastPlan past) {
        long good = past.results().stream().filter(ActionResult::succeeded).count();
        return good + " of " + past.results().size() + (past.results().size() == 1 ? " action" : " actions")
                + " succeeded";
    }

    private static Exit no(Console console, String reason, Exit exit) {
        console.complain(reason);
        return exit;
    }
}
