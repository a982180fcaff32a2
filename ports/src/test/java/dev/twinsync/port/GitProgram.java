package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The real git, by which tests make repositories and judge what became of them; it leaves nothing behind that tidies up while the
 * next test looks.
 *
 * @param folder it works in
 */
public record GitProgram(Path folder) {

    /** Its output; fails where git fails. */
    public String run(String... arguments) throws IOException {
        return reading("", arguments);
    }

    /** @param input what it reads */
    public String reading(String input, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("git"));
        for (String setting : List.of(
                "init.defaultBranch=main", "protocol.file.allow=always", "gc.auto=0", "maintenance.auto=false")) {
            command.addAll(List.of("-c", setting));
        }
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/usr/bin:/bin",
                        "HOME", "/nonexistent",
                        "LC_ALL", "C.UTF-8",
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "Somebody",
                        "GIT_AUTHOR_EMAIL", "somebody@example.org",
                        "GIT_COMMITTER_NAME", "Somebody",
                        "GIT_COMMITTER_EMAIL", "somebody@example.org"));
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.ISO_8859_1));
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + output);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return output.strip();
    }

    /** Writes a file and commits it. @return the id of the commit */
    public String commit(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        run("add", "--force", "--", path);
        run("commit", "--quiet", "--message", "change " + path);
        return run("rev-parse", "HEAD");
    }

    /** A new repository that nobody works in. */
    public static GitProgram bare(Path folder) throws IOException {
        var git = new GitProgram(Files.createDirectories(folder));
        git.run("init", "--quiet", "--bare");
        return git;
    }

    /** A new repository with a work tree. */
    public static GitProgram init(Path folder) throws IOException {
        var git = new GitProgram(Files.createDirectories(folder));
        git.run("init", "--quiet");
        return git;
    }

    /** A copy of another one, to work in. */
    public static GitProgram cloned(Path from, Path to) throws IOException {
        new GitProgram(from).run("clone", "--quiet", from.toString(), to.toString());
        return new GitProgram(to);
    }
}
