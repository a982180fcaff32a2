package dev.twinsync.os.remotes;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** By the program gh, which has a login of its own: no token passes through twin. */
record GhProgram(CommandRunner commands, GitWorld world, String host) implements GitHubApi {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Whether it is there and logged in. */
    boolean isReady() {
        return run(List.of("auth", "status", "--hostname", host), "") instanceof Result.Ended(int exit, var _, var _)
                && exit == 0;
    }

    @Override
    public Reply get(String path) throws IOException {
        return reply(run(List.of("api", "--hostname", host, path), ""));
    }

    @Override
    public Reply post(String path, Tree body) throws IOException {
        return reply(run(
                List.of("api", "--hostname", host, "--method", "POST", "--input", "-", path), JsonTree.compact(body)));
    }

    private Result run(List<String> arguments, String input) {
        var environment = new HashMap<>(world.ofUser());
        environment.put("GH_PROMPT_DISABLED", "1");
        environment.put("GH_NO_UPDATE_NOTIFIER", "1");
        return commands.run(Command.of("gh", new ArrayList<>(arguments))
                .withEnvironment(environment)
                .withInput(input.getBytes(StandardCharsets.UTF_8))
                .withLimit(LIMIT));
    }

    private static Reply reply(Result result) throws IOException {
        if (result instanceof Result.Ended ended && ended.exit() == 0) {
            return switch (JsonReader.read(ended.text().strip())) {
                case Reading.Value<Tree>(var tree) -> new Reply.Found(new Facts(tree));
                case Reading.Wrong<Tree> _ -> throw new IOException("gh answered with something that is no JSON");
            };
        }
        if (result instanceof Result.Ended ended && ended.message().contains("HTTP 404")) {
            return new Reply.Missing();
        }
        throw new IOException(
                result instanceof Result.Ended ended
                        ? "gh says: " + GitSpeech.essence(ended.message())
                        : result.inWords("gh"));
    }
}
