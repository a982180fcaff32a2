package dev.twinsync.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is said of a command whose standard output could not be written. */
public final class Untold {

    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
    private static final String LOSS =
            "what this command says could not be written: the disk behind standard output is full, or nobody reads it any more";

    private Untold() {}

    /** Of a command that only tells. */
    public static Exit ofTelling(Exit exit, Console console) {
        words().ifPresent(console::complain);
        return exit.nothingTold();
    }

    /** Of a command that did what it is there for, and of which nobody may have got the result. */
    public static Exit ofDoing(Exit exit, Console console) {
        console.complain(LOSS + "; what was done is done: for what an apply did, run: twin history");
        return exit.doneAndUntold();
    }

    /** Nothing where the reader has enough and went, as {@code head} and {@code less} do. */
    public static Optional<String> words() {
        return System.out.checkError() && isPipe() ? Optional.empty() : Optional.of(LOSS);
    }

    /** Writing to a pipe fails for one reason alone: nobody reads it. Without {@code /proc} that is not known. */
    private static boolean isPipe() {
        try {
            return Files.readSymbolicLink(STANDARD_OUTPUT).toString().startsWith("pipe:");
        } catch (IOException unknown) {
            return false;
        }
    }
}
