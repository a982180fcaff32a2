package dev.twinsync.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

/** One command as it is given at a terminal, and what came of it. */
record CommandRun(int exit, String out, String err) {

    /** @param command the words of the command, parted by blanks */
    static CommandRun in(Path repo, String command) {
        var out = new StringWriter();
        var err = new StringWriter();
        var words = Stream.concat(Stream.of(command.split(" ")), Stream.of("--repo", repo.toString()))
                .toList();
        var commandLine = TwinMain.commandLine(words);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exit = commandLine.execute(words.toArray(String[]::new));
        return new CommandRun(exit, out.toString(), err.toString());
    }

    /** Whether nothing was written that steers a terminal, turns the reading direction or cannot be seen. */
    boolean showsEverything() {
        return (out + err).codePoints().allMatch(CommandRun::isShown);
    }

    private static boolean isShown(int codePoint) {
        return codePoint == '\n'
                || !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.FORMAT;
    }
}
