package dev.twinsync.os;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.zeroturnaround.exec.MessageLoggers;
import org.zeroturnaround.exec.ProcessExecutor;

/** Starts real programs and waits for their end. */
public final class SystemCommandRunner implements CommandRunner {

    private final BooleanSupplier twinWaits;

    public SystemCommandRunner() {
        this(() -> false);
    }

    /**
     * @param twinWaits whether twin, once asked to end, goes on until it has finished what it is at; what it runs by then is
     *     neither refused nor ended
     */
    public SystemCommandRunner(BooleanSupplier twinWaits) {
        this.twinWaits = twinWaits;
    }

    @Override
    public Result run(Command command) {
        return Programs.find(command.program())
                .map(program -> run(program, command))
                .orElseGet(() -> new Result.NoSuchProgram(command.program()));
    }

    private Result run(Path program, Command command) {
        if (!canBePassedOn(command.arguments())) {
            return new Result.Broken("an argument cannot be written in this locale; start twin with LC_ALL=C.UTF-8");
        }
        var pipes = new Pipes(command);
        try {
            var executor = executor(program, command, pipes);
            return new Supervision(command, pipes, twinWaits.getAsBoolean())
                    .result(() -> executor.start().getProcess());
        } catch (IOException failed) {
            return new Result.Broken(withoutEnvironment(failed));
        }
    }

    private static ProcessExecutor executor(Path program, Command command, Pipes pipes) {
        var executor = new ProcessExecutor(argv(program, command))
                .directory(Path.of("/").toFile())
                .exitValueAny()
                .redirectErrorStream(false)
                .setMessageLogger(MessageLoggers.NOP)
                .streams(pipes);
        System.getenv().keySet().forEach(name -> executor.environment(name, null));
        return executor.environment(Programs.ENVIRONMENT).environment(command.environment());
    }

    /** What must not be killed gets a session of its own, so that Ctrl-C on the terminal does not reach it. */
    private static List<String> argv(Path program, Command command) {
        var argv = new ArrayList<String>();
        if (command.limit().isEmpty()) {
            Programs.find("setsid").ifPresent(setsid -> argv.addAll(List.of(setsid.toString(), "--wait")));
        }
        argv.add(program.toString());
        argv.addAll(command.arguments());
        return argv;
    }

    /** Java would write {@code ?} for what the locale cannot hold, and the program would act on another name. */
    private static boolean canBePassedOn(List<String> arguments) {
        var encoder =
                Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder();
        return arguments.stream().allMatch(encoder::canEncode);
    }

    /** zt-exec's own message names the whole environment, where a secret may be. */
    private static String withoutEnvironment(IOException failed) {
        var cause = failed.getCause();
        return cause == null ? "it could not be started" : String.valueOf(cause.getMessage());
    }
}
