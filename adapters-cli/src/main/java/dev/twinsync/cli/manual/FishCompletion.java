package dev.twinsync.cli.manual;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For fish, with what each word means beside it. */
final class FishCompletion {

    private static final String HEAD = """
            # Completion of twin for fish, made of its commands.
            function __twin_is_at --description 'Whether the command line so far has come to this command'
                set -l path twin
                set -l is_value no
                for word in (commandline -opc)[2..-1]
                    if test $is_value = yes
                        set is_value no
                        continue
                    end
                    switch "$path $word"
            """;
    private static final String END_OF_HEAD = """
                            set is_value yes
                    end
                end
                test "$path" = "$argv"
            end
            complete -c twin -f
            """;

    private FishCompletion() {}

    static String script(Entry twin) {
        return HEAD
                + Paths.turns(twin).stream()
                        .map(turn -> "            case '" + turn.words() + "'\n                set path '" + turn.to()
                                + "'\n")
                        .collect(Collectors.joining())
                + "            case "
                + Paths.valued(twin).stream().map(FishCompletion::quoted).collect(Collectors.joining(" "))
                + "\n"
                + END_OF_HEAD
                + twin.all().flatMap(FishCompletion::ofCommand).collect(Collectors.joining());
    }

    private static Stream<String> ofCommand(Entry entry) {
        var at = "complete -c twin -n '__twin_is_at " + entry.words() + "'";
        var commands = entry.commands().stream()
                .map(below ->
                        at + " -a " + below.name() + " -d " + quoted(Sentences.first(below.description())) + "\n");
        var flags = entry.flags().stream()
                .map(flag -> at + names(flag) + offer(flag.value()) + " -d "
                        + quoted(Sentences.first(flag.description())) + "\n");
        var argument = offer(entry.firstArgument());
        return Stream.of(commands, flags, argument.isEmpty() ? Stream.<String>empty() : Stream.of(at + argument + "\n"))
                .flatMap(lines -> lines);
    }

    private static String names(Flag flag) {
        return flag.names().stream()
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
    }

    private static String offer(Value value) {
        return switch (value) {
            case Value.Nothing _ -> "";
            case Value.Anything _ -> " -x";
            case Value.Place _ -> " -r -F";
            case Value.OneOf(var words) -> " -x -a " + quoted(String.join(" ", words));
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
