package dev.twinsync.os;

import java.time.Duration;

/** Starts programs: never through a shell, never by a relative name, never with the caller's environment. */
public interface CommandRunner {

    /** Waits for the end. What went wrong with starting or ending it is in the {@link Result}, not thrown. */
    Result run(Command command);

    /** How a run ended. */
    sealed interface Result {

        /**
         * @param exit the exit code, which is no evidence that anything happened
         * @param stdout the bytes as they came: not every tool writes UTF-8
         * @param stderr the same, for messages
         */
        record Ended(int exit, byte[] stdout, byte[] stderr) implements Result {}

        /** There is no such program in {@code /usr/sbin:/usr/bin:/sbin:/bin}. */
        record NoSuchProgram(String program) implements Result {}

        record TimedOut(Duration limit) implements Result {}

        record TooMuchOutput(long limitBytes) implements Result {}

        /** It could not be started, or reading from it failed. */
        record Broken(String reason) implements Result {}
    }
}
