package dev.twinsync.cli.manual;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command that a person may give.
 *
 * @param path its words: {@code twin config fs}
 * @param aliases other names for its last word
 * @param description a sentence or more
 * @param synopsis how it is called, as the help says it, without its name
 * @param flags its options
 * @param arguments its arguments, in their order
 * @param commands those below it
 * @param notes what the help says last
 */
record Entry(
        List<String> path,
        List<String> aliases,
        String description,
        String synopsis,
        List<Flag> flags,
        List<Argument> arguments,
        List<Entry> commands,
        List<String> notes) {

    /** @param label how the help calls it: {@code KEY} */
    record Argument(String label, Value value, String description) {}

    /** A command line with all that is below it; what is hidden is left out. */
    static Entry of(CommandLine commandLine) {
        return of(commandLine, List.of());
    }

    private static Entry of(CommandLine commandLine, List<String> above) {
        var spec = commandLine.getCommandSpec();
        var path = new ArrayList<>(above);
        path.add(spec.name());
        return new Entry(
                List.copyOf(path),
                List.of(spec.aliases()),
                description(spec),
                synopsis(spec),
                spec.options().stream()
                        .filter(option -> !option.hidden())
                        .map(Flag::of)
                        .toList(),
                spec.positionalParameters().stream()
                        .filter(parameter -> !parameter.hidden())
                        .map(parameter -> argument(parameter, spec))
                        .toList(),
                visible(commandLine).map(below -> of(below, path)).toList(),
                Stream.of(spec.usageMessage().footer())
                        .map(note -> Sentences.of(note))
                        .toList());
    }

    /** picocli's own command has its one sentence in the header. */
    private static String description(CommandSpec spec) {
        return Sentences.of(
                Stream.of(spec.usageMessage().header(), spec.usageMessage().description())
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    /** A command with aliases stands there once for each of its names. */
    private static Stream<CommandLine> visible(CommandLine commandLine) {
        return new LinkedHashSet<>(commandLine.getSubcommands().values())
                .stream().filter(below -> !below.getCommandSpec().usageMessage().hidden());
    }

    private static Argument argument(PositionalParamSpec parameter, CommandSpec spec) {
        return new Argument(
                parameter.paramLabel(),
                spec.helpCommand() ? new Value.OneOf(commandsBeside(spec)) : Value.of(parameter),
                Sentences.of(parameter.description()));
    }

    private static List<String> commandsBeside(CommandSpec spec) {
        return spec.parent() == null
                ? List.of()
                : visible(spec.parent().commandLine())
                        .map(CommandLine::getCommandName)
                        .toList();
    }

    private static String synopsis(CommandSpec spec) {
        var help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
        return Sentences.of(help.synopsis(0).replace("%", "%%"))
                .substring(spec.qualifiedName().length())
                .strip();
    }

    String name() {
        return path.getLast();
    }

    /** All words of the command, parted by blanks. */
    String words() {
        return String.join(" ", path);
    }

    /** Itself and all that are below it. */
    Stream<Entry> all() {
        return Stream.concat(Stream.of(this), commands.stream().flatMap(Entry::all));
    }

    /** What may stand where no option does, beside the names of the commands below. */
    Value firstArgument() {
        return arguments.isEmpty() ? new Value.Nothing() : arguments.getFirst().value();
    }
}
