package dev.twinsync.cli;

import dev.twinsync.flow.Layout;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Goes through the motions of the usual commands, so that a JVM that records what it loads (the start script and the package have it
 * do so) knows what twin needs. It only looks at the machine; what it writes is in a folder of its own, which is gone afterwards.
 */
@Command(name = "rehearse", hidden = true, description = "Load what twin needs, for a cache of it.")
final class RehearseCommand implements Callable<Integer> {

    private static final List<String> MOTIONS = List.of(
            "config set backup_days 31",
            "config get backup_days",
            "status",
            "plan",
            "diff",
            "status --offline --output json",
            "history",
            "snapshot");

    private static final List<String> ASLEEP = List.of(
            Catalog.DOCKER,
            Catalog.PODMAN,
            Catalog.GNOME,
            Catalog.KDE,
            Catalog.NETWORK,
            Catalog.HOME_ASSISTANT,
            Catalog.HOME_ASSISTANT_OS,
            Catalog.HOME_ASSISTANT_LOGS);

    @Override
    public Integer call() throws IOException {
        var folder = Files.createTempDirectory("twin-rehearsal");
        try {
            System.setProperty(StateFolder.PROPERTY, folder.resolve("state").toString());
            var repository = folder.resolve("repository");
            new GitTwinRepo(repository, folder, SecretGate.SHUT).create(documents());
            MOTIONS.forEach(motion -> go(motion, repository));
        } finally {
            remove(folder);
        }
        return Exit.OK.code();
    }

    /** What would wake something up when it is looked at, as the socket of Docker does, is off. */
    static Map<String, byte[]> documents() {
        var configuration = "disabled_plugins: " + ASLEEP + "\n";
        var wish = "packages:\n  - {name: dpkg}\n";
        return Map.of(
                Layout.CONFIGURATION,
                configuration.getBytes(StandardCharsets.UTF_8),
                "state/packages.yaml",
                wish.getBytes(StandardCharsets.UTF_8));
    }

    /** However it ends: a machine on which something cannot be seen is no reason to start slowly there. */
    private static void go(String motion, Path repository) {
        var words = Stream.concat(Stream.of(motion.split(" ")), Stream.of("--repo", repository.toString()))
                .toList();
        var nobody = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        TwinMain.commandLine(words).setOut(nobody).setErr(nobody).execute(words.toArray(String[]::new));
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
