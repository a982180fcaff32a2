package dev.twinsync.cli.plan;

import dev.twinsync.cli.command.LockTimeoutOption;
import dev.twinsync.cli.command.OnlyOption;
import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.machine.NetworkTimeoutOption;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.run.Leeway;
import dev.twinsync.flow.apply.ApplyOptions;
import dev.twinsync.flow.apply.ApplyPlan;
import dev.twinsync.flow.apply.ResumeRun;
import dev.twinsync.flow.apply.RollBackRun;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.Elevation;
import java.io.IOException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "apply",
        description = "Do what plan/latest.yaml says, after asking.",
        footer = {
            "Exit codes: 0 done or nothing to do, 1 error, 2 a dry run found something to do, 3 the plan no longer fits,",
            "4 some actions failed, 5 all that was changed was taken back, 6 a person is needed, 7 another twin is at work,",
            "8 refused or not approved, 9 done, but standard output could not be written, 130 interrupted. Only with 0, 4, 5, 6, 9",
            "and 130 was anything changed, and the results say what."
        })
public final class ApplyCommand extends RepoCommand {

    @Mixin
    private OnlyOption only;

    @Option(names = "--yes", description = "Do not ask. Does not cover what is destructive.")
    private boolean yes;

    @Option(
            names = "--allow-destructive",
            description = "Accept without being asked what may cut off this machine, or the way into it.")
    private boolean allowDestructive;

    @Option(names = "--keep-going", description = "After a failure, leave out only what depends on it.")
    private boolean keepGoing;

    @Option(names = "--no-sudo", description = "Do not ask sudo (or doas) for what needs root.")
    private boolean noSudo;

    @Mixin
    private LockTimeoutOption lockTimeout;

    @Mixin
    private HoldNetworkOption holdNetwork;

    @Mixin
    private NetworkTimeoutOption networkTimeout;

    @ArgGroup
    private Mode mode = new Mode();

    /** What is to be done instead of carrying out the plan. */
    static final class Mode {
        @Option(names = "--dry-run", description = "Make every check and change nothing.")
        private boolean dryRun;

        @Option(names = "--resume", description = "Finish an apply that was cut off.")
        private boolean resume;

        @Option(names = "--rollback", description = "Take back an apply that was cut off.")
        private boolean rollback;

        @Option(
                names = "--confirm",
                description = "Keep the changed network that an apply in another session asks about.")
        private boolean confirm;
    }

    /** It tells by itself, and ends it. */
    @Override
    protected boolean tellsOfOpenRun() {
        return false;
    }

    @Override
    public boolean reachesHosts() {
        return true;
    }

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var selection = only.selection(); // first of all, for a slip in it is no fault of twin
        if (mode.dryRun) {
            return new VerdictText(console, options()).show(new CheckPlan(wiring.view()).check(selection));
        }
        if (mode.confirm) {
            return new ConfirmedText(console, options())
                    .show(wiring.secondCommand().confirm());
        }
        try (var timed = wiring.withNetworkTimeout(networkTimeout.duration())) {
            return act(timed, console, selection);
        }
    }

    private Exit act(Wiring wiring, Console console, Selection selection) throws IOException {
        try (var _ = wiring.interruption()) {
            var twin = twin(wiring).withProbation(holdNetwork.probation(wiring, console, yes, options()));
            var result = carryOut(twin, new TerminalConfirmation(console, yes), selection);
            var exit = new RunResultText(wiring, console, options()).show(result);
            wiring.forgetOldBackups(); // once all is told: whatever is wrong there hides nothing
            return exit;
        } catch (RuntimeException faultOfTwin) {
            console.whole(faultOfTwin);
            return wiring.openRun().isPresent() ? Exit.NEEDS_PERSON : Exit.ERROR;
        }
    }

    private Twin twin(Wiring wiring) throws IOException {
        return noSudo
                ? wiring.twin().withElevation(Elevation.none("and --no-sudo says not to ask for it"))
                : wiring.twinWithSudo();
    }

    private RunResult carryOut(Twin twin, TerminalConfirmation confirmation, Selection selection) throws IOException {
        var patience = lockTimeout.duration();
        if (mode.resume) {
            return new ResumeRun(twin).resume(patience);
        }
        if (mode.rollback) {
            return new RollBackRun(twin, confirmation).rollBack(patience, allowDestructive);
        }
        var leeway = allowDestructive ? Leeway.EVERYTHING : Leeway.NOT_DESTRUCTIVE;
        var options = new ApplyOptions(selection, leeway, keepGoing, patience);
        return new ApplyPlan(twin, confirmation).apply(options);
    }
}
