package dev.twinsync.os.files;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Access control lists and extended attributes, carried over from the file that is replaced to the one that replaces it. */
public final class Extras {

    private static final String NAMED = "# file: ";

    private final CommandRunner commands;

    public Extras(CommandRunner commands) {
        this.commands = commands;
    }

    /** @return what could not be carried over, in words; empty: everything was */
    public Optional<String> carry(Path from, Path to) throws Refusal {
        if (!ExtendedAttributes.mayBeOn(from)) {
            return Optional.empty();
        }
        var attributes = commands.run(
                Command.of("getfattr", "-h", "-d", "-m", "-", "-e", "hex", "--absolute-names", "--", from.toString()));
        if (!(attributes instanceof Result.NoSuchProgram)) {
            restoreAttributes(text("getfattr", attributes), to);
            return Optional.empty();
        }
        var list = commands.run(Command.of("getfacl", "-c", "-p", "-s", "-n", "--", from.toString()));
        if (!(list instanceof Result.NoSuchProgram)) {
            restoreList(text("getfacl", list), to);
            return Optional.of(
                    from + ": extended attributes beyond the access control list are not kept without getfattr"
                            + " (package attr)");
        }
        return Optional.of(
                from + ": an access control list or extended attribute of the old file is not kept without getfattr"
                        + " (package attr)");
    }

    private void restoreAttributes(String dump, Path to) throws Refusal {
        var lines = dump.lines().filter(line -> !line.startsWith("#")).filter(line -> !line.isBlank());
        var values = lines.collect(Collectors.joining("\n"));
        if (!values.isEmpty()) {
            feed("setfattr", Command.of("setfattr", "-h", "--restore=-"), NAMED + escaped(to) + "\n" + values + "\n");
        }
    }

    private void restoreList(String list, Path to) throws Refusal {
        if (!list.isBlank()) {
            feed("setfacl", Command.of("setfacl", "--set-file=-", "--", to.toString()), list);
        }
    }

    private void feed(String program, Command command, String input) throws Refusal {
        text(program, commands.run(command.withInput(input.getBytes(StandardCharsets.UTF_8))));
    }

    private static String text(String program, Result result) throws Refusal {
        if (result instanceof Result.Ended ended && ended.exit() == 0) {
            return ended.text();
        }
        throw new Refusal(
                "what is set on the old file besides its mode could not be carried over: " + result.inWords(program));
    }

    /** As getfattr writes names, where a backslash begins a code. */
    private static String escaped(Path path) {
        return path.toString().replace("\\", "\\134");
    }
}
