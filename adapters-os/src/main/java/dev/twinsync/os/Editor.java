package dev.twinsync.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The editor of who runs twin: the one program that gets the terminal and the environment of the user, whose own it is. It is
 * started with a list of arguments; no shell reads what {@code VISUAL} or {@code EDITOR} says.
 *
 * @param command the program, by a bare name or an absolute path, and its arguments
 */
public record Editor(List<String> command) {

    private static final String ANOTHER = "; say another in VISUAL, which counts before EDITOR, as VISUAL=nano";
    private static final Pattern OF_SYSTEM = Pattern.compile("error: \\d+ \\(([^()]+)\\)\\s*$");
    private static final List<String> USUAL = List.of("editor", "nano", "vi");

    public Editor {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("an editor needs a program");
        }
    }

    /** What {@code VISUAL} says, else {@code EDITOR}, else what there is. */
    public static Editor ofThisUser() throws IOException {
        return Stream.of("VISUAL", "EDITOR")
                .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
                .filter(value -> !value.isBlank())
                .map(value -> new Editor(List.of(value.strip().split("\\s+"))))
                .findFirst()
                .or(() -> USUAL.stream()
                        .filter(name -> Programs.find(name).isPresent())
                        .map(name -> new Editor(List.of(name)))
                        .findFirst())
                .orElseThrow(() -> new IOException("there is no editor: say which one in EDITOR, as EDITOR=nano"));
    }

    /** Waits until it is closed. @throws IOException in words where it did not begin or end well, with the remedy where it did not begin */
    public void edit(Path file) throws IOException {
        var argv = new ArrayList<String>();
        argv.add(program().toString());
        argv.addAll(command.subList(1, command.size()));
        argv.add(file.toString());
        try {
            int exit = started(argv).waitFor();
            if (exit != 0) {
                throw new IOException("the editor " + command.getFirst() + " ended with " + exit);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the editor was open", stopped);
        }
    }

    private Process started(List<String> argv) throws IOException {
        try {
            return new ProcessBuilder(argv).inheritIO().start();
        } catch (IOException refused) {
            throw new IOException(
                    "the editor " + command.getFirst() + " cannot be started: " + reason(refused) + ANOTHER, refused);
        }
    }

    /** The end of what Java says: {@code Cannot run program "/usr/bin/x": Exec failed, error: 13 (Permission denied)}. */
    private static String reason(IOException refused) {
        var said = String.valueOf(refused.getMessage());
        var system = OF_SYSTEM.matcher(said);
        return system.find() ? system.group(1) : said;
    }

    private Path program() throws IOException {
        var name = command.getFirst();
        if (name.startsWith("/")) {
            return Path.of(name);
        }
        return Stream.concat(
                        Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                        .orElse("")
                                        .split(":"))
                                .filter(folder -> folder.startsWith("/"))
                                .map(folder -> Path.of(folder).resolve(name)),
                        Programs.find(name).stream())
                .filter(_ -> !name.contains("/"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("the editor " + name + " is not installed" + ANOTHER));
    }
}
