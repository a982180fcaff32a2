package dev.twinsync.os;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers known command lines with what a real machine once answered, and remembers every command. */
public final class ScriptedCommands implements CommandRunner {

    private final Map<String, Result> answers = new HashMap<>();
    private final List<Command> asked = new ArrayList<>();

    /** @param beginning the program, or the program and its first arguments, separated by blanks; the longest one wins */
    public ScriptedCommands answer(String beginning, String stdout) {
        return answer(beginning, 0, stdout, "");
    }

    public ScriptedCommands answer(String beginning, int exit, String stdout, String stderr) {
        return answer(
                beginning,
                new Result.Ended(
                        exit, stdout.getBytes(StandardCharsets.UTF_8), stderr.getBytes(StandardCharsets.UTF_8)));
    }

    public ScriptedCommands answer(String beginning, Result result) {
        answers.put(beginning, result);
        return this;
    }

    /** What was asked for, in order. */
    public List<Command> asked() {
        return List.copyOf(asked);
    }

    /** The command lines, in order. */
    public List<String> lines() {
        return asked.stream().map(ScriptedCommands::line).toList();
    }

    /** A program of which nothing is known is not installed; a command line of which nothing is known is a fault of the test. */
    @Override
    public Result run(Command command) {
        asked.add(command);
        String line = line(command);
        var known = answers.keySet().stream()
                .filter(beginning -> line.equals(beginning) || line.startsWith(beginning + " "))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
        if (known.isEmpty()) {
            return unknown(command, line);
        }
        var result = answers.get(known.get());
        return result instanceof Result.Ended ended ? told(ended, command.output()) : result;
    }

    /** As the real runner does it. */
    private static Result.Ended told(Result.Ended ended, Output output) {
        var cutter = LineCutter.of(output);
        cutter.add(ended.stdout(), ended.stdout().length);
        cutter.finish();
        return output instanceof Output.Kept ? ended : new Result.Ended(ended.exit(), new byte[0], ended.stderr());
    }

    private Result unknown(Command command, String line) {
        if (answers.keySet().stream().anyMatch(beginning -> beginning.startsWith(command.program() + " "))) {
            throw new AssertionError("nothing is scripted for: " + line);
        }
        return new Result.NoSuchProgram(command.program());
    }

    private static String line(Command command) {
        return command.arguments().isEmpty()
                ? command.program()
                : command.program() + " " + String.join(" ", command.arguments());
    }
}
