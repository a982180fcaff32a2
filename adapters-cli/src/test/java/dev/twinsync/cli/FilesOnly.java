package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A repository of its own for each test, of a device on which twin looks at one file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FilesOnly {

    static final String CONFIGURATION = """
            # mine
            disabled_plugins: [packages.debian, services.systemd, services.timers, cron.user, desktop.gnome, system.info, network.networkmanager, containers.docker]
            files: {roots: [/nowhere]}
            """;

    @TempDir
    private static Path folder;

    private Path template;
    private int number;

    public Path repo;
    /** On the machine. */
    public Path motd;

    @BeforeAll
    void init() throws IOException {
        template = folder.resolve("template");
        new GitTwinRepo(template, folder, SecretGate.SHUT)
                .create(Map.of("config.yaml", CONFIGURATION.getBytes(StandardCharsets.UTF_8)));
        var run = CommandRun.in(template, "init");
        assertEquals(0, run.exit(), run::toString);
    }

    @BeforeEach
    void copy() throws IOException {
        number++;
        repo = Folders.copy(template, folder.resolve("case-" + number));
        motd = folder.resolve("motd-" + number);
    }

    /** A folder of the test, besides. */
    protected Path folder() {
        return folder;
    }

    protected CommandRun twin(String command) {
        return CommandRun.in(repo, command);
    }

    protected CommandRun ok(String command) {
        var run = twin(command);
        assertEquals(0, run.exit(), run::toString);
        return run;
    }

    /** That the file holds this. */
    protected void wish(String content) throws IOException {
        Files.createDirectories(repo.resolve("filesystem"));
        Files.writeString(repo.resolve("filesystem/motd"), content);
        Files.writeString(
                repo.resolve("state/files.yaml"),
                "# wished by hand\nfiles:\n  - path: " + motd + "   # of the day\n    twin_path: filesystem/motd\n");
    }

    /** What somebody wrote into the wish, as with git. */
    protected String commit(String message) throws IOException {
        return new GitTwinRepo(repo, folder, (_, _) -> List.of())
                .commit(message, Set.of("state", "filesystem"))
                .orElseThrow();
    }

    protected String key() {
        return "files:" + motd;
    }
}
