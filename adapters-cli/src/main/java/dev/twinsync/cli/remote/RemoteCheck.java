package dev.twinsync.cli.remote;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.doctor.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the remote of the repository answers. */
public record RemoteCheck(Path repository, Path home, CommandRunner commands) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Outside of the repository, whose settings could name programs; only the address is taken from it. */
    public Finding finding() {
        var address = ask(
                "config",
                "--no-includes",
                "--file",
                repository.resolve(".git/config").toString(),
                "--get",
                "remote.origin.url");
        if (!(address instanceof Result.Ended ended) || ended.text().isBlank()) {
            return Finding.note("remote", "there is none called origin", "twin remote add origin URL");
        }
        return switch (ask("ls-remote", "--quiet", "--", ended.text().strip(), "HEAD")) {
            case Result.Ended answer when answer.exit() == 0 -> Finding.ok("remote", "origin answers");
            case Result.Ended _ ->
                Finding.fault("remote", "origin does not answer, or lets nobody in", "twin remote show");
            case Result failed -> Finding.note("remote", failed.inWords("git"), "twin remote show");
        };
    }

    private Result ask(String... words) {
        var arguments = new ArrayList<>(List.of("-c", "protocol.ext.allow=never", "-C", "/"));
        arguments.addAll(List.of(words));
        return commands.run(Command.of("git", arguments)
                .withEnvironment(Map.of("GIT_TERMINAL_PROMPT", "0", "HOME", home.toString()))
                .withLimit(PATIENCE));
    }
}
