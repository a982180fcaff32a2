package dev.twinsync.os;

import dev.twinsync.os.CommandRunner.Result;
import java.util.List;

/** A program of its own for tests that need to end, or to mislead, the whole JVM. */
final class RunOneCommand {

    private RunOneCommand() {}

    public static void main(String[] argv) {
        var arguments = List.of(argv).subList(1, argv.length);
        if (new SystemCommandRunner().run(Command.of(argv[0], arguments)) instanceof Result.Ended ended) {
            System.out.println("\n" + ended.text());
        }
    }
}
