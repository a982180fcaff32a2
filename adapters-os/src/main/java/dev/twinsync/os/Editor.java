package dev.twinsync.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The editor of who runs twin: the one program that gets the terminal and the environment of the user, whose own it is. It is
 * started with a list of arguments; no shell reads what {@code VISUAL} or {@code EDITOR} says.
 *
 * @param command the program, by a bare name or an absolute path, and its arguments
 */
public record Editor(List<String> command) {

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

    /** Waits until it is closed. */
    public void edit(Path file) throws IOException {
        var argv = new ArrayList<String>();
        argv.add(program().toString());
        argv.addAll(command.subList(1, command.size()));
        argv.add(file.toString());
        try {
            int exit = new ProcessBuilder(argv).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IOException("the editor " + command.getFirst() + " ended with " + exit);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the editor was open", stopped);
        }
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
                .orElseThrow(() -> new IOException("the editor " + name + " is not installed; say another in EDITOR"));
    }
}
