package dev.twinsync.os.remotes;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.port.BranchName;
import dev.twinsync.port.Remote;
import dev.twinsync.port.RemoteAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By the program git, with the credential helpers, agents, keys and known hosts of its user. It works in a folder of twin's own, so that
 * no setting and no hook of the repository has a say, and what is fetched goes into the store of the repository once it is checked.
 */
public final class SystemGit implements Remote {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final long LARGEST_PACK = 2L << 30;
    private static final Pattern TIP = Pattern.compile("([0-9a-f]{40})\t(\\S+)");

    /** Slow is one thing and silent another: what says nothing for a minute is given up. */
    private static final List<String> SETTINGS = List.of(
            "-c", "core.hooksPath=/dev/null",
            "-c", "core.fsmonitor=false",
            "-c", "core.bigFileThreshold=16m",
            "-c", "protocol.allow=never",
            "-c", "protocol.file.allow=always",
            "-c", "protocol.http.allow=always",
            "-c", "protocol.https.allow=always",
            "-c", "protocol.ssh.allow=always",
            "-c", "protocol.ext.allow=never",
            "-c", "transfer.fsckObjects=true",
            "-c", "fetch.fsckObjects=true",
            "-c", "fetch.recurseSubmodules=false",
            "-c", "push.recurseSubmodules=no",
            "-c", "push.gpgSign=false",
            "-c", "gc.auto=0",
            "-c", "maintenance.auto=false",
            "-c", "http.lowSpeedLimit=100",
            "-c", "http.lowSpeedTime=60");

    private final Path git;
    private final Path scratch;
    private final CommandRunner commands;
    private final GitWorld world;
    private final GitToken token;
    private final Own own;

    /** The newest commit of this side. */
    @FunctionalInterface
    public interface Own {
        Optional<String> head() throws IOException;
    }

    /**
     * @param git the folder {@code .git} of the repository
     * @param scratch a folder that is its owner's alone, for what git needs meanwhile
     */
    public SystemGit(Path git, Path scratch, CommandRunner commands, GitWorld world, GitToken token, Own own) {
        this.git = git;
        this.scratch = scratch;
        this.commands = commands;
        this.world = world;
        this.token = token;
        this.own = own;
    }

    /** Whether the program is there. */
    public static boolean isHere(CommandRunner commands) {
        return commands.run(Command.of("git", "--version")) instanceof Result.Ended(int exit, var _, var _)
                && exit == 0;
    }

    @FunctionalInterface
    private interface Work<T> {
        Answer<T> in(Scratch folder) throws IOException;
    }

    private <T> Answer<T> within(Work<T> work) {
        try (var folder = Scratch.make(scratch, own.head(), git.resolve("shallow"))) {
            return work.in(folder);
        } catch (IOException failed) {
            return new Answer.Failed<>(Trouble.OTHER, String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public Answer<Optional<String>> tip(RemoteAddress remote, BranchName branch) {
        var name = "refs/heads/" + branch;
        return within(folder -> {
            var result = run(folder, remote, List.of("ls-remote", "--quiet", "--", remote.text(), name));
            return result instanceof Result.Ended ended && ended.exit() == 0
                    ? new Answer.Given<>(ended.text()
                            .lines()
                            .map(TIP::matcher)
                            .filter(line -> line.matches() && line.group(2).equals(name))
                            .map(line -> line.group(1))
                            .findFirst())
                    : failed(result, remote);
        });
    }

    @Override
    public Answer<Optional<String>> fetch(RemoteAddress remote, BranchName branch) {
        return within(folder -> {
            var result = run(
                    folder,
                    remote,
                    List.of(
                            "fetch",
                            "--quiet",
                            "--no-tags",
                            "--no-write-fetch-head",
                            "--no-recurse-submodules",
                            "--",
                            remote.text(),
                            "+refs/heads/" + branch + ":" + folder.target()));
            if (result instanceof Result.Ended ended && ended.exit() == 0) {
                return new Answer.Given<>(folder.fetched());
            }
            return result instanceof Result.Ended ended && ended.message().contains("couldn't find remote ref")
                    ? new Answer.Given<>(Optional.empty())
                    : failed(result, remote);
        });
    }

    @Override
    public Answer<String> push(RemoteAddress remote, String commit, BranchName branch) {
        return within(folder -> {
            var result = run(
                    folder,
                    remote,
                    List.of(
                            "push",
                            "--quiet",
                            "--porcelain",
                            "--no-verify",
                            "--",
                            remote.text(),
                            commit + ":refs/heads/" + branch));
            return result instanceof Result.Ended ended && ended.exit() == 0
                    ? new Answer.Given<>(commit)
                    : failed(result, remote);
        });
    }

    private Result run(Scratch folder, RemoteAddress remote, List<String> arguments) throws IOException {
        var environment = environment(folder, remote);
        var all = new ArrayList<>(List.of("--fsize=" + LARGEST_PACK, "--", "git"));
        all.addAll(SETTINGS);
        all.addAll(arguments);
        var limited = commands.run(
                Command.of("prlimit", all).withEnvironment(environment).withLimit(LIMIT));
        return limited instanceof Result.NoSuchProgram
                ? commands.run(Command.of("git", all.subList(3, all.size()))
                        .withEnvironment(environment)
                        .withLimit(LIMIT))
                : limited;
    }

    private Map<String, String> environment(Scratch folder, RemoteAddress remote) throws IOException {
        var environment = world.ofGit(folder.path(), git.resolve("objects"));
        return switch (remote.way()) {
            case FOLDER -> environment;
            case SECURE_SHELL -> world.atTerminal() ? environment : silent(environment);
            case WEB ->
                token.find()
                        .map(found -> GitWorld.withToken(environment, remote, found))
                        .orElse(environment);
        };
    }

    /** Where nobody is there to be asked, ssh does not ask; a command of the user's own for it stays as it is. */
    private Map<String, String> silent(Map<String, String> environment) {
        var own = commands.run(
                Command.of("git", "config", "--get", "core.sshCommand").withEnvironment(environment));
        if (own instanceof Result.Ended(int exit, var _, var _) && exit == 0) {
            return environment;
        }
        var more = new HashMap<>(environment);
        more.put(
                "GIT_SSH_COMMAND",
                "ssh -o BatchMode=yes -o ConnectTimeout=30 -o ServerAliveInterval=15 -o ServerAliveCountMax=4");
        return more;
    }

    private static <T> Answer<T> failed(Result result, RemoteAddress remote) {
        if (result instanceof Result.Ended ended) {
            var said = ended.message() + "\n" + ended.text();
            var trouble = GitSpeech.trouble(remote.without(said));
            return new Answer.Failed<>(trouble, GitSpeech.sentence(trouble, remote, said));
        }
        var trouble = result instanceof Result.TimedOut ? Trouble.UNREACHABLE : Trouble.OTHER;
        return new Answer.Failed<>(trouble, remote + ": " + result.inWords("git") + trouble.advice(remote));
    }
}
