package dev.twinsync.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.stream.Stream;

/** One command as it is given at a terminal, and what came of it. */
public record CommandRun(int exit, String out, String err) {

    /** @param command the words of the command, parted by blanks */
    public static CommandRun in(Path repo, String command) {
        return in(repo, command, new StringWriter());
    }

    /** Where standard output is as a full disk, or a pipe that nobody reads. */
    public static CommandRun untold(Path repo, String command) {
        return in(repo, command, new Writer() {
            @Override
            public void write(char[] text, int start, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void close() {}
        });
    }

    /** @param out gets what is told while the command is at work */
    public static CommandRun in(Path repo, String command, Writer out) {
        var err = new StringWriter();
        var words = Stream.concat(Stream.of(patient(command).split(" ")), Stream.of("--repo", repo.toString()))
                .toList();
        var commandLine = TwinMain.commandLine(words);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int exit = commandLine.execute(words.toArray(String[]::new));
        return new CommandRun(exit, out.toString(), err.toString());
    }

    /** The lock is that of the machine: tests of another checkout may have it at this moment. */
    private static String patient(String command) {
        return command.startsWith("apply") && !command.contains("--lock-timeout")
                ? command + " --lock-timeout 120"
                : command;
    }

    /** Whether nothing was written that steers a terminal, turns the reading direction or cannot be seen. */
    public boolean showsEverything() {
        return (out + err).codePoints().allMatch(CommandRun::isShown);
    }

    private static boolean isShown(int codePoint) {
        return codePoint == '\n'
                || !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.FORMAT;
    }
}
