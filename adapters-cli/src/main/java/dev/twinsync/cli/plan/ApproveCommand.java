package dev.twinsync.cli.plan;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.remote.Approve;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        description =
                "Let the next plan do what came by twin pull and is held back by your policy, be it from the clock alone. Without an ID:"
                        + " show it.",
        footer = {
            "Approved is exactly what the ID stands for; where the wish or its content changes, it is held back again.",
            "Exit codes: 0 approved, or nothing is held back; 2 something is; 1 an ID stands for nothing that is."
        })
public final class ApproveCommand extends RepoCommand {

    private static final int LONGEST = 300;

    @Parameters(paramLabel = "ID", description = "Of what is held back, as twin plan names it.")
    private List<String> ids = new ArrayList<>();

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var restraint = wiring.restraint();
        var sharing = wiring.sharing();
        var policy = sharing.policy(restraint.wishes(), wiring.plugins());
        var approve = new Approve(wiring.view(), restraint, sharing.notes(), policy.unattended());
        return switch (approve.approve(ids)) {
            case Approve.Result.Unreadable(var problems) -> console.unreadable(problems);
            case Approve.Result.Unknown(var unknown, var held) -> {
                console.complain("nothing that is held back now has the id " + String.join(", ", unknown)
                        + ", so nothing was approved; for what is: twin approve");
                show(List.of(), held, console);
                yield Exit.ERROR;
            }
            case Approve.Result.Approved(var approved, var left) -> {
                show(approved, left, console);
                yield left.isEmpty() || !ids.isEmpty() ? Exit.OK : Exit.CHANGES_PENDING;
            }
        };
    }

    private void show(List<Approve.Held> approved, List<Approve.Held> left, Console console) {
        if (options().asJson()) {
            console.json(Tree.map()
                    .put("approved", tree(approved))
                    .put("held", tree(left))
                    .build());
            return;
        }
        approved.forEach(held -> console.line("Approved " + line(held)));
        left.forEach(held -> console.line("Held back " + line(held)));
        if (!approved.isEmpty()) {
            console.next("Next: twin plan");
        } else if (left.isEmpty()) {
            console.line("Nothing is held back.");
        } else {
            console.next("To let all of it happen: twin approve "
                    + left.stream().map(Approve.Held::id).collect(Collectors.joining(" ")));
        }
    }

    private static String line(Approve.Held held) {
        return Printable.of(held.id() + "  " + held.thing() + "  " + String.join(", ", held.does()))
                + System.lineSeparator() + "    " + Printable.of(Shortened.to(LONGEST, held.wish()));
    }

    private static Tree tree(List<Approve.Held> all) {
        return Tree.list(all.stream()
                .<Tree>map(held -> Tree.map()
                        .put("id", held.id())
                        .put("thing", held.thing())
                        .put(
                                "does",
                                Tree.list(held.does().stream().map(Tree::text).toList()))
                        .put("wish", held.wish())
                        .build())
                .toList());
    }
}
