package dev.twinsync.os;

import dev.twinsync.os.CommandRunner.Result;
import java.time.Duration;

/** Waits for one process and sees to it that it ends in time; or, where it must not be killed, that it may end. */
final class Supervision {

    /** How long a grandchild may go on writing to the pipes of what has ended. */
    private static final Duration CHATTER = Duration.ofMinutes(1);

    private final Command command;
    private final Process process;
    private final Pipes pipes;

    Supervision(Command command, Process process, Pipes pipes) {
        this.command = command;
        this.process = process;
        this.pipes = pipes;
    }

    Result result() {
        var atShutdown = new Thread(this::atShutdown);
        try {
            Runtime.getRuntime().addShutdownHook(atShutdown);
        } catch (IllegalStateException ending) {
            ProcessTree.end(process.toHandle());
            return new Result.Broken("twin is being ended");
        }
        try {
            return command.limit().map(this::within).orElseGet(this::atItsLeisure);
        } finally {
            forget(atShutdown);
        }
    }

    private Result within(Duration limit) {
        try {
            return ended(System.nanoTime() + limit.toNanos()) ? outcome() : stopped(new Result.TimedOut(limit));
        } catch (InterruptedException _) {
            Result result = stopped(new Result.Broken("interrupted"));
            Thread.currentThread().interrupt();
            return result;
        }
    }

    private Result atItsLeisure() {
        boolean interrupted = false;
        while (!endedByItself()) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome();
    }

    private boolean endedByItself() {
        try {
            process.waitFor();
            pipes.drained(System.nanoTime() + CHATTER.toNanos());
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    /** Whether it ended, or wrote too much, before the deadline. */
    private boolean ended(long deadline) throws InterruptedException {
        return pipes.settled(deadline) && (pipes.overflowed() || pipes.drained(deadline));
    }

    private Result outcome() {
        if (pipes.overflowed()) {
            return stopped(new Result.TooMuchOutput(command.maxOutput()));
        }
        return pipes.failure()
                .<Result>map(Result.Broken::new)
                .orElseGet(() -> new Result.Ended(process.exitValue(), pipes.stdout(), pipes.stderr()));
    }

    private Result stopped(Result because) {
        ProcessTree.end(process.toHandle());
        return because;
    }

    private void atShutdown() {
        if (command.limit().isPresent()) {
            ProcessTree.end(process.toHandle());
        } else {
            endedByItself();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the hook is running already, and ends with the process
        }
    }
}
