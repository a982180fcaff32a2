package dev.twinsync.os.packages;

import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import java.util.ArrayList;
import java.util.List;

/** Asks the programs of apt and dpkg. */
record Tools(CommandRunner runner) {

    Answer<String> ask(String program, String... arguments) {
        return ask(Command.of(program, arguments));
    }

    Answer<String> ask(String program, List<String> options, List<String> names) {
        return ask(Command.of(program, withNames(options, names)));
    }

    /** The whole standard output; anything but a clean end is a missing answer. */
    Answer<String> ask(Command command) {
        return switch (runner.run(command)) {
            case Result.Ended ended when ended.exit() == 0 -> new Answer.Given<>(ended.text());
            case Result.Ended ended -> new Answer.None<>(AptErrors.inWords(command.program(), ended));
            case Result failed -> new Answer.None<>(failed.inWords(command.program()));
        };
    }

    /** Names are data and stand behind {@code --}. */
    static List<String> withNames(List<String> options, List<String> names) {
        var arguments = new ArrayList<>(options);
        arguments.add("--");
        arguments.addAll(names);
        return arguments;
    }
}
