package dev.twinsync.cli.review;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.review.Ignore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ignore",
        description = "Leave things out of every plan and every difference. It is recorded in config.yaml.",
        footer = "Exit codes: 0 done, 1 error.")
public final class IgnoreCommand extends RepoCommand {

    @Parameters(
            paramLabel = "KEY",
            description = "A thing (packages:htop) or a pattern (files:/etc/cups/*);"
                    + " * and ? match any characters and any one.")
    private List<String> patterns = new ArrayList<>();

    @Option(names = "--remove", description = "No longer ignore these.")
    private boolean remove;

    @Option(names = "--list", description = "Print what is ignored.")
    private boolean list;

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        if (list == !patterns.isEmpty() || list && remove) {
            throw wrongUsage("name what to ignore, as twin ignore files:/etc/cups/*, or say --list alone");
        }
        var ignore = new Ignore(wiring.twin());
        if (list) {
            print(List.of(), wiring.view().ignored().patterns(), console);
            return Exit.OK;
        }
        return switch (remove ? ignore.remove(patterns) : ignore.add(patterns)) {
            case Ignore.Result.Refused(var problems) -> console.unreadable(problems);
            case Ignore.Result.Done done -> {
                print(done.changed(), done.all(), console);
                yield Exit.OK;
            }
        };
    }

    private void print(List<String> changed, List<String> all, Console console) {
        if (options().asJson()) {
            console.json(Tree.map()
                    .put("changed", Tree.list(changed.stream().map(Tree::text).toList()))
                    .put("ignored", Tree.list(all.stream().map(Tree::text).toList()))
                    .build());
        } else if (list) {
            all.forEach(pattern -> console.line(Printable.of(pattern)));
        } else if (changed.isEmpty()) {
            console.line(remove ? "That was not ignored." : "That is ignored already.");
        } else {
            var names = Printable.of(String.join(", ", changed));
            console.line(remove ? "No longer ignored: " + names : "Ignored from now on: " + names);
        }
    }
}
