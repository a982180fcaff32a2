package dev.twinsync.os;

import java.util.function.Consumer;

/** What becomes of what a program writes to its standard output. */
public sealed interface Output {

    /**
     * It is in the {@link CommandRunner.Result.Ended result}, and told line by line while it comes.
     *
     * @param onLine called on a thread of its own; a line over 64 KiB comes in parts
     */
    record Kept(Consumer<String> onLine) implements Output {}

    /**
     * It is told line by line while it comes and then forgotten, so that memory does not grow with its length.
     *
     * @param longest bytes of a line without its end
     * @param onLine called on a thread of its own
     */
    record Streamed(int longest, Consumer<StreamedLine> onLine) implements Output {}
}
