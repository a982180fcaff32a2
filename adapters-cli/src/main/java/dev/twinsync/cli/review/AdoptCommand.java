package dev.twinsync.cli.review;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.command.ShortWaitOption;
import dev.twinsync.cli.plan.LockedText;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.review.Adopt;
import dev.twinsync.flow.view.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "adopt",
        description = {
            "Make the wish what is there: state/ and filesystem/ become what this machine has, and nothing is done to it.",
            "What is wished and not there is no longer wished. What else is written in state/ stays as it is."
        },
        footer = {
            "Exit codes: 0 done or nothing to do, 1 error, 4 some things could not be taken into the repository, 7 another",
            "twin is at work."
        })
public final class AdoptCommand extends RepoCommand {

    @Parameters(
            paramLabel = "KEY",
            description = "A thing (packages:htop), a kind (packages) or a plugin (packages.debian);"
                    + " * and ? match any characters and any one.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--all", description = "All that differs, and all that is there and init would have taken.")
    private boolean all;

    @Option(names = "--dry-run", description = "Say what would become of state/, and change nothing.")
    private boolean dryRun;

    @Mixin
    private ShortWaitOption lockTimeout;

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        if (all == !keys.isEmpty()) {
            throw wrongUsage(
                    "name what to adopt, as twin adopt packages:htop, or say --all; twin diff shows what differs");
        }
        return switch (adopt(new Adopt(wiring.twin()))) {
            case Adopt.Result.Locked(var holder) -> LockedText.show(holder, console);
            case Adopt.Result.Unreadable(var problems) -> console.unreadable(problems);
            case Adopt.Result.Done done -> {
                print(done, console);
                yield done.leftOut().isEmpty() ? Exit.OK : Exit.PARTIAL;
            }
        };
    }

    private Adopt.Result adopt(Adopt adopt) throws IOException {
        var selection = new Selection(keys);
        return dryRun ? adopt.foresee(selection) : adopt.adopt(selection, lockTimeout.duration());
    }

    private void print(Adopt.Result.Done done, Console console) {
        if (options().asJson()) {
            console.json(tree(done));
            return;
        }
        done.things().forEach(thing -> console.line(Printable.of(line(thing))));
        done.leftOut().forEach(reason -> console.complain("not adopted: " + reason));
        if (done.things().isEmpty() && done.leftOut().isEmpty()) {
            console.next("Nothing to adopt: state/ says what is there"
                    + (done.ignored().isEmpty()
                            ? "."
                            : ", but for what is ignored; to see that, run: twin ignore --list"));
            done.commit().ifPresent(id -> console.line("It was in no commit yet; it is in one now: " + id));
        } else if (dryRun) {
            console.line("Nothing was changed: this was a dry run.");
        }
    }

    private static String line(Adopt.Adopted thing) {
        return switch (thing.sort()) {
            case CHANGED -> thing.name() + " is wished as it is";
            case ADDED -> thing.name() + " is wished from now on";
            case DROPPED -> thing.name() + " is not wished for any more";
        };
    }

    private Tree tree(Adopt.Result.Done done) {
        var map = Tree.map()
                .put("dry_run", Tree.literal(dryRun))
                .put(
                        "adopted",
                        Tree.list(done.things().stream().map(AdoptCommand::tree).toList()))
                .put(
                        "left_out",
                        Tree.list(done.leftOut().stream().map(Tree::text).toList()))
                .put(
                        "ignored",
                        Tree.list(done.ignored().stream().map(Tree::text).toList()));
        done.commit().ifPresent(id -> map.put("commit", id));
        return map.build();
    }

    private static Tree tree(Adopt.Adopted thing) {
        return Tree.map()
                .put("kind", thing.kind())
                .put("key", thing.key())
                .put("became", thing.sort().name().toLowerCase(Locale.ROOT))
                .build();
    }
}
