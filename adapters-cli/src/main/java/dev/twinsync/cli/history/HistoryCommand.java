package dev.twinsync.cli.history;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.history.FollowThings;
import dev.twinsync.flow.history.TellHistory;
import dev.twinsync.flow.history.Trace;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description = {
            "Tell what happened, newest first: snapshots, runs, edits and what else made a commit, when and by whom.",
            "With a KEY: what was wished of it, what was seen of it, and what runs did to it."
        },
        footer = {
            "A commit of this list can be compared (twin diff --from) and brought back (twin restore).",
            "Exit codes: 0 told, 1 no commit tells of a KEY."
        })
public final class HistoryCommand extends TellingCommand {

    private static final int A_SCREEN = 30;

    @Parameters(
            paramLabel = "KEY",
            description = "Follow this thing (packages:nginx) or these; * and ? match any characters and any one.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--most", paramLabel = "N", description = "No more lines than this (default: ${DEFAULT-VALUE}).")
    private int most = A_SCREEN;

    @Option(names = "--all", description = "Also commits that only made a plan, or touched nothing that twin reads.")
    private boolean all;

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        if (most < 1) {
            throw wrongUsage("--most must be at least 1, not " + most);
        }
        return keys.isEmpty() ? events(wiring, console) : traces(wiring, console);
    }

    private Exit events(Wiring wiring, Console console) throws IOException {
        var events = new TellHistory(wiring.view()).events(most, all);
        if (options().asJson()) {
            console.json(Tree.map()
                    .put(
                            "events",
                            Tree.list(events.stream().map(HistoryText::tree).toList()))
                    .build());
            return Exit.OK;
        }
        events.stream().map(text()::line).forEach(console::line);
        if (events.size() == most) {
            console.aside("There may be more: see --most.");
        }
        return Exit.OK;
    }

    private Exit traces(Wiring wiring, Console console) throws IOException {
        return switch (new FollowThings(wiring.twin()).traces(new Selection(keys), most)) {
            case Reading.Wrong<FollowThings.Followed>(var problems) -> console.unreadable(problems);
            case Reading.Value<FollowThings.Followed>(var followed) -> {
                print(followed.traces(), console);
                followed.untold()
                        .forEach(key -> console.complain(key + ": no commit tells of that, neither as a wish nor"
                                + " as seen, and no run has touched it; what happened is listed by: twin history"));
                yield followed.untold().isEmpty() ? Exit.OK : Exit.ERROR;
            }
        };
    }

    private void print(List<Trace> traces, Console console) {
        if (options().asJson()) {
            console.json(Tree.map()
                    .put(
                            "events",
                            Tree.list(traces.stream().map(HistoryText::tree).toList()))
                    .build());
            return;
        }
        traces.stream().map(text()::line).forEach(console::line);
    }

    private static HistoryText text() {
        return new HistoryText(ZoneId.systemDefault());
    }
}
