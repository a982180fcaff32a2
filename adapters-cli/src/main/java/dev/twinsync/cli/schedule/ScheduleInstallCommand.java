package dev.twinsync.cli.schedule;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.PolicyFile;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.schedule.Timers;
import dev.twinsync.os.schedule.When;
import dev.twinsync.os.worker.SameTwin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "install",
        description = "Make a timer of systemd that runs twin: the machine's if you are root, else one of your own.",
        footer = {
            "It always takes a snapshot. It applies what unattended.apply in ~/.config/twin/policy.yaml names, and only what has a"
                    + " low risk and takes nothing away. What came by a pull it applies only where unattended.pulled is true there.",
            "Exit codes: 0 installed, 1 it could not be."
        })
final class ScheduleInstallCommand extends RepoCommand {

    private static final long MOST_DELAY = 86_400;

    @ArgGroup
    private Time time = new Time();

    /** When. */
    static final class Time {
        @Option(
                names = "--at",
                paramLabel = "TIME",
                description = "As systemd says it: daily (the default), \"Mon 03:00\".")
        private String at;

        @Option(names = "--every", paramLabel = "SPAN", description = "So long after the last time: 6h, 30min.")
        private String every;

        When when() {
            return every == null ? new When.At(at == null ? "daily" : at) : new When.Every(every);
        }
    }

    @Option(
            names = "--delay",
            paramLabel = "SECONDS",
            description = "Wait up to so long each time, by chance (default: ${DEFAULT-VALUE}).")
    private long delay = 600;

    @Mixin
    private ScheduleOptions schedule;

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var commands = new SystemCommandRunner();
        var timers = Timers.of(
                commands, Self.ofThisProcess(), TwinHome.ofThisProcess().home());
        try {
            if (delay < 0 || delay > MOST_DELAY) {
                throw wrongUsage("a delay is between 0 and " + MOST_DELAY + " seconds");
            }
            var refusal = ScheduleOptions.refusal(wiring.whereabouts());
            var objection = refusal.isPresent() ? refusal : schedule.objection(commands);
            if (objection.isPresent()) {
                console.complain(objection.get());
                return Exit.ERROR;
            }
            // with a wrong one, no run of the timer could begin
            var policy = PolicyFile.of(TwinHome.ofThisProcess()).policy(wiring.plugins());
            var worthKnowing =
                    schedule.worthKnowing(policy.unattended(), wiring.sharing().history());
            timers.install(command(wiring), time.when(), delay);
            worthKnowing.forEach(console::complain);
        } catch (IllegalArgumentException refused) {
            throw wrongUsage(refused.getMessage());
        }
        tell(timers, console);
        return Exit.OK;
    }

    private List<String> command(Wiring wiring) throws IOException {
        var command = new ArrayList<>(SameTwin.ofThisProcess()
                .map(SameTwin::lastingCommand)
                .orElseThrow(
                        () -> new IOException("this twin does not run from its jar, so no timer can start it; start it"
                                + " with the script twin")));
        command.addAll(List.of("schedule", "run", "--repo", wiring.repo().root().toString()));
        command.addAll(schedule.words());
        return command;
    }

    private void tell(Timers timers, Console console) throws IOException {
        if (timers.sleepsWithItsUser()) {
            console.complain("it runs only while you are logged in; so that it always does: loginctl enable-linger "
                    + Printable.of(timers.self().name()));
        }
        if (options().asJson()) {
            console.json(Tree.map().put("installed", timers.folder().toString()).build());
        } else {
            console.next("Installed in " + Printable.of(timers.folder().toString())
                    + ". To see when it runs: twin schedule show; to take it away: twin schedule remove");
        }
    }
}
