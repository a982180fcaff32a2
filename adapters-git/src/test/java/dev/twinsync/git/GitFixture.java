package dev.twinsync.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.port.PlantedGate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A created repository, a home of its own, and the real git program to judge what was done. */
public abstract class GitFixture {

    private final java.io.File usualHome = FS.DETECTED.userHome();

    @TempDir
    protected Path folder;

    protected final PlantedGate gate = new PlantedGate();
    protected Path home;
    protected Path root;
    protected GitTwinRepo repo;

    @BeforeEach
    protected void create() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        root = folder.resolve("device");
        FS.DETECTED.setUserHome(home.toFile());
        repo = new GitTwinRepo(root, home, gate);
        repo.create(Map.of("config.yaml", bytes("a: b\n")));
    }

    @AfterEach
    protected void give_the_home_back() {
        FS.DETECTED.setUserHome(usualHome);
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    protected void store(String path, String text) throws IOException {
        repo.store(path, new ByteArrayInputStream(bytes(text)));
    }

    /** As a user does it, past twin. */
    protected Path put(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    protected void putExecutable(String path, String text) throws IOException {
        Files.setPosixFilePermissions(put(path, text), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    protected String commit(String... paths) throws IOException {
        return repo.commit("change " + String.join(", ", paths), Set.of(paths)).orElseThrow();
    }

    protected Optional<String> nothing(String... paths) throws IOException {
        return repo.commit("nothing", Set.of(paths));
    }

    protected static String refusal(Executable call) {
        return assertThrows(IOException.class, call).getMessage();
    }

    /** Standard output and standard error of git; fails where git fails. */
    protected String git(String... arguments) throws IOException {
        var ended = run(arguments);
        assertEquals(0, ended.exit(), ended::output);
        return ended.output();
    }

    protected record Ended(int exit, String output) {}

    protected Ended run(String... arguments) throws IOException {
        var command = new ArrayList<>(
                List.of("git", "-C", Files.createDirectories(root).toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("HOME", home.toString(), "LC_ALL", "C.UTF-8", "GIT_CONFIG_NOSYSTEM", "1"));
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(await(process), output);
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    protected void assertSound() throws IOException {
        assertEquals("", git("fsck", "--strict", "--full", "--no-dangling", "--no-progress"));
        assertEquals(repo.head().orElseThrow(), git("rev-parse", "HEAD").strip());
    }

    protected static void assertSays(String message, String... parts) {
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "\"" + message + "\" does not say \"" + part + "\"");
        }
    }
}
