package dev.twinsync.cli.manual;

import dev.twinsync.domain.ShellWord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For zsh, with what each word means beside it: one function for each command. */
final class ZshCompletion {

    private ZshCompletion() {}

    /** The last line is for a shell that reads it itself, instead of finding it in its path of functions. */
    static String script(Entry twin) {
        return "#compdef twin\n# Completion of twin for zsh, made of its commands.\n"
                + twin.all().map(ZshCompletion::function).collect(Collectors.joining())
                + "if [[ $funcstack[1] == _twin ]]; then _twin \"$@\"; else compdef _twin twin; fi\n";
    }

    private static String function(Entry entry) {
        var body = new StringBuilder(name(entry) + "() {\n");
        if (entry.commands().isEmpty()) {
            body.append(arguments(Stream.concat(flags(entry), places(entry))));
        } else {
            body.append("  local curcontext=$curcontext state line\n  local -a commands\n");
            body.append(arguments(Stream.concat(
                    flags(entry), Stream.of(ShellWord.quoted("1: :->command"), ShellWord.quoted("*:: :->argument")))));
            body.append("  case $state in\n    command)\n      commands=(");
            entry.commands()
                    .forEach(below -> body.append("\n        ")
                            .append(ShellWord.quoted(below.name() + ":" + meaning(below.description()))));
            body.append("\n      )\n      _describe -t commands ").append(ShellWord.quoted(entry.words() + " command"));
            body.append(" commands ;;\n    argument)\n      case $line[1] in\n");
            entry.commands()
                    .forEach(below -> body.append("        ")
                            .append(Stream.concat(Stream.of(below.name()), below.aliases().stream())
                                    .collect(Collectors.joining("|")))
                            .append(") ")
                            .append(name(below))
                            .append(" ;;\n"));
            body.append("      esac ;;\n  esac\n");
        }
        return body.append("}\n").toString();
    }

    private static String name(Entry entry) {
        return "_" + String.join("_", entry.path());
    }

    private static String arguments(Stream<String> specs) {
        return "  _arguments -C" + specs.map(spec -> " \\\n    " + spec).collect(Collectors.joining()) + "\n";
    }

    private static Stream<String> flags(Entry entry) {
        return entry.flags().stream().flatMap(flag -> flag.names().stream().map(name -> flag(flag, name)));
    }

    private static String flag(Flag flag, String name) {
        var others = flag.isRepeatable() ? "*" : "(" + String.join(" ", flag.names()) + ")";
        var value = flag.takesValue() ? ":" + meaning(flag.label()) + ":" + action(flag.value()) : "";
        var joint = flag.takesValue() && name.startsWith("--") ? "=" : "";
        return ShellWord.quoted(others + name + joint + "[" + meaning(flag.description()) + "]" + value);
    }

    private static Stream<String> places(Entry entry) {
        return entry.arguments().stream()
                .map(argument -> ShellWord.quoted("*:" + meaning(argument.label()) + ":" + action(argument.value())))
                .limit(1);
    }

    private static String action(Value value) {
        return switch (value) {
            case Value.Nothing _, Value.Anything _ -> " ";
            case Value.Place _ -> "_files";
            case Value.OneOf(var words) -> "(" + String.join(" ", words) + ")";
        };
    }

    private static String meaning(String text) {
        return Sentences.first(text).replaceAll("[\\\\\\[\\]:]", "\\\\$0");
    }
}
