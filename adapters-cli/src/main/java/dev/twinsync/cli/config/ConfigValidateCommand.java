package dev.twinsync.cli.config;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "validate",
        description = "Check config.yaml and everything in state/ and plugins/, without looking at the machine.",
        footer = "Exit codes: 0 all can be read, 1 something cannot.")
public final class ConfigValidateCommand extends TellingCommand {

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var problems = wiring.problems();
        if (options().asJson()) {
            console.json(tree(problems));
        } else if (problems.isEmpty()) {
            console.line("config.yaml, state/ and plugins/ are in order.");
        } else {
            console.unreadable(problems);
        }
        return problems.isEmpty() ? Exit.OK : Exit.ERROR;
    }

    public static Tree tree(List<Problem> problems) {
        return Tree.map()
                .put("valid", Tree.literal(problems.isEmpty()))
                .put(
                        "problems",
                        Tree.list(problems.stream()
                                .map(ConfigValidateCommand::tree)
                                .toList()))
                .build();
    }

    private static Tree tree(Problem problem) {
        var place = problem.place();
        return Tree.map()
                .put("file", place.source())
                .put("line", Tree.literal(place.line()))
                .put("column", Tree.literal(place.column()))
                .put("message", problem.message())
                .build();
    }
}
