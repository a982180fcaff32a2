package dev.twinsync.os.packages;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.SystemCommandRunner;
import java.util.ArrayList;
import java.util.List;

/** The lab's toy packages, and the machine without them. */
final class Toys {

    private static final List<String> ALL = List.of(
            "twin-toy",
            "twin-toy-dep",
            "twin-toy-conflict",
            "twin-toy-huge",
            "twin-toy-conf",
            "twin-toy-svc",
            "twin-toy-broken",
            "twin-toy-slow");

    private Toys() {}

    static void forget() {
        run("apt-mark", with(List.of("unhold", "--"), ALL));
        run("dpkg", with(List.of("--purge", "--"), ALL));
    }

    static String run(String program, List<String> arguments) {
        return switch (new SystemCommandRunner().run(Command.of(program, arguments))) {
            case Result.Ended ended -> ended.text();
            case Result failed -> throw new AssertionError(failed.inWords(program));
        };
    }

    private static List<String> with(List<String> first, List<String> rest) {
        var all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }
}
