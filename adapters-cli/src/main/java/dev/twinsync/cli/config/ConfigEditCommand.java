package dev.twinsync.cli.config;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.flow.configuration.Configure;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.os.Editor;
import dev.twinsync.port.SecretFound;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "edit",
        description = "Open config.yaml in $VISUAL or $EDITOR. It is replaced only if twin can read what comes of it.",
        footer =
                "Exit codes: 0 done or nothing changed, 1 what was written cannot be read, the editor failed, or config.yaml was changed meanwhile.")
final class ConfigEditCommand extends RepoCommand {

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        try (var copy = new ConfigCopy(wiring.repo().root().resolve(Layout.CONFIGURATION))) {
            return edit(wiring, console, copy);
        }
    }

    private Exit edit(Wiring wiring, Console console, ConfigCopy copy) throws IOException {
        var change = new ConfigChange(console, options().asJson());
        while (true) {
            open(copy);
            if (!copy.isChanged()) {
                return change.told(new Configure.Result.Done(Optional.empty()), "", "Nothing was changed.");
            }
            copy.refuseIfOvertaken();
            var result = replaced(wiring, copy);
            if (!(result instanceof Configure.Result.Refused(var problems)) || !wantsAgain(problems, console)) {
                return change.told(result, "Changed, and recorded in config.yaml.", "Nothing was changed.");
            }
        }
    }

    private static void open(ConfigCopy copy) throws IOException {
        try {
            Editor.ofThisUser().edit(copy.path());
        } catch (IOException fault) {
            throw copy.unedited(fault);
        }
    }

    /** What was refused for a secret stands in the original all the same, so that it can be allowed. */
    private static Configure.Result replaced(Wiring wiring, ConfigCopy copy) throws IOException {
        try {
            return ConfigChange.of(wiring).replace(copy.text(), yaml -> YamlTree.read(Layout.CONFIGURATION, yaml));
        } catch (SecretFound stays) {
            throw stays;
        } catch (IOException refused) {
            throw copy.keptAfter(refused);
        }
    }

    private static boolean wantsAgain(List<Problem> problems, Console console) {
        var terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            return false;
        }
        console.unreadable(problems);
        console.prompt("Edit it again? Otherwise nothing is changed. [Y/n] ");
        var answer = terminal.readLine();
        return answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith("n");
    }
}
