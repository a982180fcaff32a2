package dev.twinsync.cli.schedule;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.remote.UnwatchedRemote;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Unreadable;
import dev.twinsync.cli.wiring.PolicyFile;
import dev.twinsync.cli.wiring.Secrecy;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.unattended.Brought;
import dev.twinsync.flow.unattended.Findings;
import dev.twinsync.flow.unattended.Unattended;
import dev.twinsync.flow.unattended.Word;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.schedule.ToldFile;
import dev.twinsync.port.Narration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "run",
        description =
                "What the timer starts: a snapshot, a look at what is not as wished, and word of it where that is new.",
        footer = "Exit codes: 0 done, or another twin is at work; 1 something went wrong.")
final class ScheduleRunCommand extends RepoCommand {

    @Mixin
    private ScheduleOptions schedule;

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var repository = wiring.repo().root().toString();
        try (var _ = wiring.interruption()) {
            return new ScheduleRunText(console, options().asJson(), repository)
                    .show(outcome(wiring, word(wiring), console.narration()));
        } catch (IllegalArgumentException refused) {
            throw wrongUsage(refused.getMessage());
        }
    }

    /** Nobody sees what this command says: where it cannot even begin, a person is to know. */
    private Unattended.Result outcome(Wiring wiring, Word word, Narration narration) {
        var brought = Brought.NOTHING;
        try {
            var refusal = ScheduleOptions.refusal(wiring.whereabouts());
            if (refusal.isPresent()) {
                return unable(wiring, word, brought, List.of(refusal.get()));
            }
            if (!schedule.pull()) {
                return outcome(wiring, word, brought, narration);
            }
            brought = new UnwatchedRemote(wiring, narration).pull(Unattended.PATIENCE);
            try (var afresh = wiring.afresh()) {
                return outcome(afresh, word, brought, narration);
            }
        } catch (Unreadable unreadable) {
            return unable(
                    wiring,
                    word,
                    brought,
                    unreadable.problems().stream().map(Problem::toString).toList());
        } catch (IOException fault) {
            return unable(wiring, word, brought, List.of(String.valueOf(fault.getMessage())));
        }
    }

    private Unattended.Result outcome(Wiring wiring, Word word, Brought brought, Narration narration)
            throws IOException {
        var policy = PolicyFile.of(TwinHome.ofThisProcess()).policy(wiring.plugins());
        return new Unattended(
                        wiring.twinWithSudo(),
                        policy.unattended(),
                        wiring.restraint(),
                        wiring.sharing().notes(),
                        wiring.planValidity())
                .run(brought, sharing(new UnwatchedRemote(wiring, narration)), word);
    }

    private static Unattended.Result unable(Wiring wiring, Word word, Brought brought, List<String> faults) {
        return word.tell(
                Findings.ofNothing(brought, faults), wiring.repo().root().toString());
    }

    private Word word(Wiring wiring) throws IOException {
        var told = StateFolder.ofThisProcess()
                .runs(wiring.repo().root())
                .resolveSibling("told")
                .resolve(name(wiring));
        return new Word(
                schedule.messenger(new SystemCommandRunner()),
                new ToldFile(told),
                machine(),
                Secrecy.redaction(Configuration.DEFAULT)::text);
    }

    private static String name(Wiring wiring) throws IOException {
        return StateFolder.ofThisProcess()
                .runs(wiring.repo().root())
                .getFileName()
                .toString();
    }

    private static String machine() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    }

    private Optional<Unattended.Sharing> sharing(UnwatchedRemote remote) {
        return schedule.push() ? Optional.of(remote::push) : Optional.empty();
    }
}
