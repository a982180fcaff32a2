package dev.twinsync.os;

import dev.twinsync.port.Progress;

/** Hands on what programs write to their standard error, whether they fail or not. */
public record Overheard(CommandRunner runner, Progress progress) implements CommandRunner {

    @Override
    public Result run(Command command) {
        var result = runner.run(command);
        if (result instanceof Result.Ended ended && !ended.message().isEmpty()) {
            progress.said(ended.message());
        }
        return result;
    }
}
