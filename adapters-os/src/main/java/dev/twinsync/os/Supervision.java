package dev.twinsync.os;

import dev.twinsync.os.CommandRunner.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Waits for one process and sees to it that it ends in time; or, where it must not be killed, that it may end. */
final class Supervision {

    /** How long a grandchild may go on writing to the pipes of what has ended. */
    private static final Duration CHATTER = Duration.ofMinutes(1);

    private static final Result ENDING = new Result.Broken("twin is being ended");

    private final Command command;
    private final Pipes pipes;
    private final boolean twinWaits;
    private Optional<Process> running = Optional.empty();
    private boolean ending;

    /** @param twinWaits whether twin does not end before this has ended, whoever asks it to */
    Supervision(Command command, Pipes pipes, boolean twinWaits) {
        this.command = command;
        this.pipes = pipes;
        this.twinWaits = twinWaits;
    }

    /** How the process comes to be. */
    @FunctionalInterface
    interface Start {
        Process start() throws IOException;
    }

    /** The end of twin is provided for before the process starts: there is no moment in which it could be left alone. */
    Result result(Start start) throws IOException {
        if (twinWaits) {
            return result(begin(start));
        }
        var atShutdown = new Thread(this::atShutdown);
        try {
            Runtime.getRuntime().addShutdownHook(atShutdown);
        } catch (IllegalStateException _) {
            return ENDING;
        }
        try {
            return result(begin(start));
        } finally {
            forget(atShutdown);
        }
    }

    private Result result(Optional<Process> process) {
        return process.isEmpty()
                ? ENDING
                : command.limit()
                        .map(limit -> within(limit, process.get()))
                        .orElseGet(() -> atItsLeisure(process.get()));
    }

    private synchronized Optional<Process> begin(Start start) throws IOException {
        running = ending ? Optional.empty() : Optional.of(start.start());
        return running;
    }

    private synchronized Optional<Process> end() {
        ending = true;
        return running;
    }

    private void atShutdown() {
        end().ifPresent(process -> {
            if (command.limit().isPresent()) {
                ProcessTree.end(process.toHandle());
            } else {
                endedByItself(process);
            }
        });
    }

    private Result within(Duration limit, Process process) {
        try {
            return ended(System.nanoTime() + limit.toNanos())
                    ? outcome(process)
                    : stopped(process, new Result.TimedOut(limit));
        } catch (InterruptedException _) {
            Result result = stopped(process, new Result.Broken("interrupted"));
            Thread.currentThread().interrupt();
            return result;
        }
    }

    private Result atItsLeisure(Process process) {
        boolean interrupted = false;
        while (!endedByItself(process)) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome(process);
    }

    private boolean endedByItself(Process process) {
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

    private Result outcome(Process process) {
        if (pipes.overflowed()) {
            return stopped(process, new Result.TooMuchOutput(command.maxOutput()));
        }
        return pipes.failure()
                .<Result>map(Result.Broken::new)
                .orElseGet(() -> new Result.Ended(process.exitValue(), pipes.stdout(), pipes.stderr()));
    }

    private static Result stopped(Process process, Result because) {
        ProcessTree.end(process.toHandle());
        return because;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the hook is running already, and ends with the process
        }
    }
}
