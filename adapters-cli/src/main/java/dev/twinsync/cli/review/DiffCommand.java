package dev.twinsync.cli.review;

import dev.twinsync.cli.command.TellingCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Paint;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.review.CompareContents;
import dev.twinsync.flow.review.Differences;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.git.HistogramComparison;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.port.RepoContents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = {
            "Show what is not as state/ says, thing by thing: - is what this machine has, + what is wished.",
            "With --from or --with: what state/ and filesystem/ said there (-) and say here (+)."
        },
        footer = "Exit codes: 0 no difference, 2 differences, 1 error.")
public final class DiffCommand extends TellingCommand {

    @Parameters(
            paramLabel = "KEY",
            description = "A thing (packages:htop), a kind (packages) or a plugin (packages.debian);"
                    + " * and ? match any characters and any one. Nothing: everything.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--offline", description = "Compare with the last snapshot, without looking at the machine.")
    private boolean offline;

    @Option(
            names = "--from",
            paramLabel = "COMMIT",
            description = "Compare what the repository said in that commit: an id, a tag, a branch, or HEAD~3.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "COMMIT", description = "With --from: up to there (default: as it is now).")
    private Optional<String> to = Optional.empty();

    @Option(names = "--with", paramLabel = "DIR", description = "Compare another twin repository with this one.")
    private Optional<Path> other = Optional.empty();

    @Option(names = "--live", description = "With --from or --with: compare what was seen instead of what is wished.")
    private boolean live;

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        boolean betweenContents = from.isPresent() || other.isPresent();
        if (from.isPresent() && other.isPresent()) {
            throw wrongUsage("--from and --with do not go together");
        }
        if ((to.isPresent() && from.isEmpty()) || (live && !betweenContents)) {
            throw wrongUsage(live ? "--live needs --from or --with" : "--to needs --from");
        }
        if (offline && betweenContents) {
            throw wrongUsage("--offline says nothing here: --from and --with never look at the machine");
        }
        return betweenContents ? contents(wiring, console) : machine(wiring, console);
    }

    private Exit machine(Wiring wiring, Console console) throws IOException {
        var survey = offline
                ? wiring.view().wholeSurvey().ofRecords()
                : wiring.view().wholeSurvey().ofMachine();
        return switch (new Differences(wiring.twin(), offline).of(survey, new Selection(keys))) {
            case Reading.Wrong<Differences.Report>(var problems) -> console.unreadable(problems);
            case Reading.Value<Differences.Report>(var report) -> {
                print(report, ofMachine(), console);
                yield report.isEmpty() ? Exit.OK : Exit.CHANGES_PENDING;
            }
        };
    }

    private void print(Differences.Report report, DiffLines lines, Console console) {
        if (options().asJson()) {
            console.json(Tree.map()
                    .put("offline", Tree.literal(offline))
                    .put(
                            "differences",
                            Tree.list(report.all().stream()
                                    .map(new DiffTrees(lines)::of)
                                    .toList()))
                    .put("not_seen", DiffTrees.of(report.unseen()))
                    .build());
            return;
        }
        var text = new DiffText(lines, new Paint(inColour()));
        report.all().forEach(one -> text.of(one).forEach(console::line));
        text.of(report.unseen()).forEach(console::line);
        if (report.isEmpty()) {
            console.line("No difference: this machine is what state/ says"
                    + (keys.isEmpty() ? "." : ", as far as these things go."));
        }
        if (offline) {
            console.aside("This is what the last snapshot saw, not a look at the machine.");
        }
    }

    private Exit contents(Wiring wiring, Console console) throws IOException {
        RepoContents after = to.isPresent() ? wiring.repo().at(to.get()) : wiring.repo();
        RepoContents before = from.isPresent() ? wiring.repo().at(from.get()) : wiring.other(other.orElseThrow());
        var comparison = new CompareContents(wiring.twin(), before, after);
        var selection = new Selection(keys);
        return switch (live ? comparison.ofLive(selection) : comparison.ofWishes(selection)) {
            case Reading.Wrong<CompareContents.Result>(var problems) -> console.unreadable(problems);
            case Reading.Value<CompareContents.Result>(var result) -> {
                print(result, lines(before(), to.orElse("now")), console);
                yield result.isEmpty() ? Exit.OK : Exit.CHANGES_PENDING;
            }
        };
    }

    private String before() {
        return Stream.concat(from.stream(), other.map(Path::toString).stream())
                .map(Printable::of)
                .findFirst()
                .orElseThrow();
    }

    private void print(CompareContents.Result result, DiffLines lines, Console console) {
        if (options().asJson()) {
            console.json(Tree.map()
                    .put(
                            "changes",
                            Tree.list(result.changes().stream()
                                    .map(new DiffTrees(lines)::of)
                                    .toList()))
                    .put("not_seen", DiffTrees.of(result.unseen()))
                    .build());
            return;
        }
        var text = new DiffText(lines, new Paint(inColour()));
        result.changes().forEach(one -> text.of(one).forEach(console::line));
        text.of(result.unseen()).forEach(console::line);
        if (result.isEmpty()) {
            console.line("No difference in what " + (live ? "was seen." : "is wished."));
        }
    }

    /** Between this machine and what is wished. */
    static DiffLines ofMachine() {
        return lines("on this machine", "in state/");
    }

    private static DiffLines lines(String before, String after) {
        return new DiffLines(
                new HistogramComparison(), tree -> YamlTree.write("", tree), new DiffLines.Names(before, after));
    }
}
