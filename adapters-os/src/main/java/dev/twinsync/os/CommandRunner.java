package dev.twinsync.os;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Starts programs: never through a shell, never by a relative name, never with the caller's environment. */
public interface CommandRunner {

    /** Waits for the end. What went wrong with starting or ending it is in the {@link Result}, not thrown. */
    Result run(Command command);

    /** How a run ended. */
    sealed interface Result {

        /**
         * @param exit the exit code, which is no evidence that anything happened
         * @param stdout the bytes as they came: not every tool writes UTF-8; none where they were streamed
         * @param stderr the same, for messages
         */
        record Ended(int exit, byte[] stdout, byte[] stderr) implements Result {

            /** As shells do it, Java adds it to the number of the signal. */
            private static final int KILLED = 128;

            private static final int LAST_SIGNAL = 64;

            /** The signal that killed it: 9; empty: it ended by itself. */
            public Optional<Integer> signal() {
                return Optional.of(exit - KILLED).filter(number -> number > 0 && number <= LAST_SIGNAL);
            }

            public String text() {
                return new String(stdout, StandardCharsets.UTF_8);
            }

            public String message() {
                return new String(stderr, StandardCharsets.UTF_8).strip();
            }
        }

        /** There is no such program in {@code /usr/sbin:/usr/bin:/sbin:/bin}. */
        record NoSuchProgram(String program) implements Result {}

        record TimedOut(Duration limit) implements Result {}

        record TooMuchOutput(long limitBytes) implements Result {}

        /** It could not be started, or reading from it failed. */
        record Broken(String reason) implements Result {}

        /** How it ended, in words for the user. */
        default String inWords(String program) {
            return switch (this) {
                case Ended ended -> program + " ended with " + ended.exit() + ": " + ended.message();
                case NoSuchProgram(var name) -> name + " is not installed";
                case TimedOut(var limit) -> program + " did not end within " + limit.toSeconds() + " s";
                case TooMuchOutput(var bytes) -> program + " wrote more than " + bytes + " bytes";
                case Broken(var reason) -> program + " could not be run: " + reason;
            };
        }
    }
}
