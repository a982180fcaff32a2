package dev.twinsync.cli;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;

import dev.twinsync.cli.catalog.Catalog;
import dev.twinsync.cli.machine.OneAtATime;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.domain.cron.CrontabText;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.domain.gvariant.GVariantText;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.os.containers.EngineRehearsal;
import dev.twinsync.os.files.OwnFolder;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Goes through the motions of the usual commands, so that a JVM that records what it loads (the start script and the package have it
 * do so) knows what twin needs. It only looks at the machine; what it writes is in a folder of its own, which is gone afterwards. So
 * is what it locks: it waits for no twin at work, not even for the one whose apply installs it, and keeps none waiting.
 */
@Command(name = "rehearse", hidden = true, description = "Load what twin needs, for a cache of it.")
final class RehearseCommand implements Callable<Integer> {

    /** With what would be woken up switched off. */
    private static final List<String> WHILE_OTHERS_SLEEP = List.of(
            "config set backup_days 31", "config get backup_days", "plan", "diff", "history", "snapshot", "status");

    /** With all plugins: these look only where something is declared. The second time documents need not be read again. */
    private static final List<String> AMONG_ALL =
            List.of("status", "status", "status --offline --output json", "plan --offline");

    /** So long are documents that are kept as they were read. */
    private static final int LONG = 1 << 14;

    /** A machine on which twin is installed may have none yet. */
    private static final String CRONTAB =
            "# a remark\nMAILTO=root\n# twin:rehearsal\n0 3 * * * /bin/true\n\n@daily /bin/true\n";

    /** A setting as GNOME says it; to ask for one would start what keeps them. */
    private static final String SETTING = "{'a': <[(uint32 1, 'b', true)]>}";

    /** Not the network: who asks NetworkManager tells the bus to start none. */
    static final List<String> ASLEEP = List.of(
            Catalog.DOCKER,
            Catalog.PODMAN,
            Catalog.GNOME,
            Catalog.KDE,
            Catalog.HOME_ASSISTANT,
            Catalog.HOME_ASSISTANT_OS,
            Catalog.HOME_ASSISTANT_LOGS);

    @Override
    public Integer call() throws IOException {
        var folder = Files.createTempDirectory("twin-rehearsal");
        try {
            rehearseIn(folder);
            CrontabText.parse(CRONTAB).seenBy(new UserName("root"));
            GVariantText.parse(SETTING, Optional.empty());
            EngineRehearsal.in(folder);
        } finally {
            OwnFolder.remove(folder);
        }
        return Exit.OK.code();
    }

    /** @return the exit code of each motion, in their order */
    static List<Integer> rehearseIn(Path folder) throws IOException {
        System.setProperty(StateFolder.PROPERTY, folder.resolve("state").toString());
        System.setProperty(OneAtATime.PROPERTY, folder.resolve("lock").toString());
        var codes = new ArrayList<Integer>();
        codes.addAll(rehearse(WHILE_OTHERS_SLEEP, folder.resolve("repository"), "disabled_plugins: " + ASLEEP + "\n"));
        codes.addAll(rehearse(AMONG_ALL, folder.resolve("other"), ""));
        return codes;
    }

    private static List<Integer> rehearse(List<String> motions, Path repository, String configuration)
            throws IOException {
        new GitTwinRepo(repository, repository, SecretGate.SHUT).create(documents(configuration));
        return motions.stream().map(motion -> go(motion, repository)).toList();
    }

    /** Something of what every machine has, and what `twin init` leaves of the rest where there is nothing. */
    static Map<String, byte[]> documents(String configuration) {
        return Stream.of(
                        entry(Layout.CONFIGURATION, configuration),
                        entry("state/packages.yaml", "packages:\n  - {name: dpkg}\n#" + " ".repeat(LONG) + "\n"),
                        entry(
                                "state/files.yaml",
                                "files:\n  - {path: /etc/hostname, twin_path: filesystem/etc/hostname, mode: \"0644\"}\n"),
                        entry(
                                "state/services.yaml",
                                "services:\n  - {name: cron.service, enabled: true, running: true}\n"),
                        entry(
                                "state/cron.yaml",
                                "entries:\n  - {id: rehearsal, user: root, schedule: \"0 3 * * *\", command: /bin/true}\n"),
                        entry("state/timers.yaml", "timers:\n  - {name: apt-daily.timer, persistent: true}\n"),
                        entry("state/network.yaml", "backend: networkmanager\nprofiles: []\n"),
                        entry("state/containers.yaml", "backend: docker\nservices: []\n"),
                        entry("state/desktop.yaml", "backend: gnome\nsettings: {}\n"),
                        entry("state/home_assistant.yaml", "versions: {}\naddons: []\n"),
                        entry("filesystem/etc/hostname", "rehearsal\n"))
                .collect(toMap(Map.Entry::getKey, file -> file.getValue().getBytes(StandardCharsets.UTF_8)));
    }

    /** However it ends: a machine on which something cannot be seen is no reason to start slowly there. */
    private static int go(String motion, Path repository) {
        var words = Stream.concat(Stream.of(motion.split(" ")), Stream.of("--repo", repository.toString()))
                .toList();
        var nobody = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return TwinMain.commandLine(words).setOut(nobody).setErr(nobody).execute(words.toArray(String[]::new));
    }
}
