package dev.twinsync.os;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One program with its arguments.
 *
 * @param program a bare name, looked up in {@code /usr/sbin:/usr/bin:/sbin:/bin} only
 * @param environment beside what every child gets: {@code LC_ALL=C.UTF-8} and a fixed {@code PATH}
 * @param input what is written to its standard input; empty: it reads end of file at once
 * @param limit how long it may take; empty: as long as it wants, for what must not be killed (dpkg): it gets a session of
 *     its own, and neither an interrupt nor too much output nor the end of twin ends it
 * @param maxOutput bytes of standard output, and of standard error, after which it is ended
 * @param output what becomes of its standard output
 */
public record Command(
        String program,
        List<String> arguments,
        Map<String, String> environment,
        byte[] input,
        Optional<Duration> limit,
        long maxOutput,
        Output output) {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final long MEBIBYTE = 1 << 20;

    public Command {
        if (program.contains("/") || program.isBlank()) {
            throw new IllegalArgumentException("not the bare name of a program: " + program);
        }
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        input = input.clone();
    }

    public static Command of(String program, String... arguments) {
        return of(program, List.of(arguments));
    }

    public static Command of(String program, List<String> arguments) {
        return new Command(
                program,
                arguments,
                Map.of(),
                new byte[0],
                Optional.of(A_MINUTE),
                64 * MEBIBYTE,
                new Output.Kept(_ -> {}));
    }

    public Command withInput(byte[] bytes) {
        return new Command(program, arguments, environment, bytes, limit, maxOutput, output);
    }

    public Command withEnvironment(Map<String, String> more) {
        return new Command(program, arguments, more, input, limit, maxOutput, output);
    }

    public Command withLimit(Duration other) {
        return new Command(program, arguments, environment, input, Optional.of(other), maxOutput, output);
    }

    public Command withoutLimit() {
        return new Command(program, arguments, environment, input, Optional.empty(), maxOutput, output);
    }

    public Command withMaxOutput(long bytes) {
        return new Command(program, arguments, environment, input, limit, bytes, output);
    }

    public Command onLine(Consumer<String> listener) {
        return withOutput(new Output.Kept(listener));
    }

    /**
     * Its standard output is not kept.
     *
     * @param longestLine bytes
     */
    public Command streamed(int longestLine, Consumer<StreamedLine> listener) {
        return withOutput(new Output.Streamed(longestLine, listener));
    }

    private Command withOutput(Output other) {
        return new Command(program, arguments, environment, input, limit, maxOutput, other);
    }
}
