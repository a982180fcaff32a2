package dev.twinsync.cli.config;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.command.SecretsText;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.secrets.Fingerprints;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.configuration.AllowSecret;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "allow-secret",
        description = "Let twin commit what it refused because it looks like a secret: it is none, or may be seen by"
                + " everybody who can read this repository.",
        footer = {
            "Allowed is this very value, on this machine, wherever it stands. It is recorded in config.yaml.",
            "Exit codes: 0 allowed, 1 twin refuses nothing that has this fingerprint, 8 config.yaml holds another secret."
        })
final class ConfigAllowSecretCommand extends RepoCommand {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FINGERPRINT", description = "The sixteen digits that the refusal names.")
    private String fingerprint;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, as a comment in config.yaml.")
    private String reason;

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        if (!fingerprint.matches(Fingerprints.GRAMMAR)) {
            throw new ParameterException(
                    spec.commandLine(), "a fingerprint has sixteen digits of 0-9 and a-f, as in the refusal");
        }
        var allowing = new AllowSecret(
                wiring.repo(),
                () -> wiring.afresh().repo(),
                () -> wiring.sharing().unsent());
        return switch (allowing.allow(fingerprint, Optional.ofNullable(reason))) {
            case AllowSecret.Result.Unreadable(var problems) -> console.unreadable(problems);
            case AllowSecret.Result.NotRefused(var refused) -> notRefused(refused, console);
            case AllowSecret.Result.AllowedBefore() -> {
                tell(true, Optional.empty(), "It is allowed already.", console);
                yield Exit.OK;
            }
            case AllowSecret.Result.Allowed(var commit) -> {
                tell(false, commit, "Allowed, and recorded in config.yaml. Now run again what was refused.", console);
                yield Exit.OK;
            }
        };
    }

    private void tell(boolean already, Optional<String> commit, String sentence, Console console) {
        if (!options().asJson()) {
            console.line(sentence);
            return;
        }
        var map = Tree.map().put("allowed", fingerprint).put("already", Tree.literal(already));
        commit.ifPresent(id -> map.put("commit", id));
        console.json(map.build());
    }

    private Exit notRefused(List<Leak> refused, Console console) {
        console.complain("nothing that twin refuses has the fingerprint " + fingerprint
                + (refused.isEmpty() ? "; it refuses nothing just now" : "; this is what it refuses:"));
        if (options().asJson()) {
            console.json(Tree.map().put("secrets", SecretsText.tree(refused)).build());
        } else {
            SecretsText.of(refused).forEach(console::complain);
        }
        return Exit.ERROR;
    }
}
