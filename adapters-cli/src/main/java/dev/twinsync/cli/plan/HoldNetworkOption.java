package dev.twinsync.cli.plan;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.flow.apply.AskWhetherToKeep;
import dev.twinsync.port.Asked;
import dev.twinsync.port.Probation;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/** Who says whether a changed network is kept. */
public final class HoldNetworkOption {

    @Option(
            names = "--hold-network",
            description = "Keep a changed network only if a second command says so in time: twin apply --confirm")
    private boolean hold;

    /** Where nobody can be asked, or need not be, what twin finds out by itself is enough. */
    public Probation probation(Wiring wiring, Console console, boolean yes, CommonOptions options) throws IOException {
        if (hold) {
            return asking(wiring, new HoldNotice(console, secondCommand(options, wiring)));
        }
        var terminal = TerminalConfirmation.terminal();
        return yes || terminal.isEmpty()
                ? Probation.UNASKED
                : asking(
                        wiring,
                        new KeepQuestion(
                                console, new BufferedReader(terminal.get().reader())));
    }

    /** Whoever is asked here, a second command may answer too. */
    private static Probation asking(Wiring wiring, Asked here) throws IOException {
        return new AskWhetherToKeep(List.of(here, wiring.secondCommand()), wiring.interruption(), Wiring.TICKER);
    }

    private static String secondCommand(CommonOptions options, Wiring wiring) {
        return "twin apply --confirm"
                + wiring.address().map(host -> " --host " + host).orElse("")
                + options.repo().map(path -> " --repo " + ShellWord.of(path)).orElse("");
    }
}
