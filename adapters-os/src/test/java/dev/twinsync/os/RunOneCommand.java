package dev.twinsync.os;

import dev.twinsync.os.CommandRunner.Result;
import java.util.List;

/** A program of its own for tests that need to end, or to mislead, the whole JVM. */
final class RunOneCommand {

    static final String WITHOUT_LIMIT = "without.limit";
    /** Runs it only once the JVM is ending: {@code true} where that waits for it, {@code false} where it does not. */
    static final String WHILE_ENDING = "while.ending";

    private RunOneCommand() {}

    public static void main(String[] argv) {
        var ending = System.getProperty(WHILE_ENDING);
        if (ending == null) {
            run(new SystemCommandRunner(), argv);
        } else {
            var runner = new SystemCommandRunner(() -> Boolean.parseBoolean(ending));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> run(runner, argv)));
        }
    }

    private static void run(SystemCommandRunner runner, String[] argv) {
        var command = Command.of(argv[0], List.of(argv).subList(1, argv.length));
        var result = runner.run(Boolean.getBoolean(WITHOUT_LIMIT) ? command.withoutLimit() : command);
        System.out.println("\n" + (result instanceof Result.Ended ended ? ended.text() : result.inWords(argv[0])));
    }
}
