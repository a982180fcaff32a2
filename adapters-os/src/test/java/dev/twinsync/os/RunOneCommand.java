package dev.twinsync.os;

import dev.twinsync.os.CommandRunner.Result;
import java.util.List;

/** A program of its own for tests that need to end, or to mislead, the whole JVM. */
final class RunOneCommand {

    static final String WITHOUT_LIMIT = "without.limit";

    private RunOneCommand() {}

    public static void main(String[] argv) {
        var command = Command.of(argv[0], List.of(argv).subList(1, argv.length));
        var result =
                new SystemCommandRunner().run(Boolean.getBoolean(WITHOUT_LIMIT) ? command.withoutLimit() : command);
        if (result instanceof Result.Ended ended) {
            System.out.println("\n" + ended.text());
        }
    }
}
