package dev.twinsync.cli;

import dev.twinsync.cli.manual.Shell;
import dev.twinsync.cli.terminal.Exit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For who has no package that brings it along; it needs neither a repository nor the machine. */
@Command(
        name = "completion",
        description = "Print what teaches the Tab key of a shell the commands of twin.",
        footer = {
            "For bash in this session: eval \"$(twin completion bash)\". For always: write it to"
                    + " ~/.local/share/bash-completion/completions/twin, of zsh to a file _twin in a folder of $fpath, of fish"
                    + " to ~/.config/fish/completions/twin.fish. The Debian package brings all three.",
            "Exit codes: 0 printed."
        })
final class CompletionCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.print(shell.completion(TwinMain.whole()));
        out.flush();
        return Exit.OK.code();
    }
}
