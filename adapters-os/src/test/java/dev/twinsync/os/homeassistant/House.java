package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigFileAction.RemoveConfigFile;
import dev.twinsync.domain.homeassistant.ConfigFileAction.SyncConfigFile;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.LiveConfigFile;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.os.files.KeptContent;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A configuration in a folder, and a Home Assistant in a container that finds it sound unless a file of it says {@code broken}. Every
 * program that is started, and all that is kept or brought back, is a moment at which twin may be killed.
 */
final class House implements CommandRunner {

    static final String BROKEN = "broken: yes\n";

    /** Nobody catches it, as nobody catches a kill. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    final Path config;
    final Map<String, String> wishes = new HashMap<>();
    final List<String> started = new ArrayList<>();
    final List<String> told = new ArrayList<>();

    /** By number, from 1 on, how a check ends that does not look at the configuration. */
    final Map<Integer, Result> checks = new HashMap<>();

    /** What happens while the check of that number goes on. */
    final Map<Integer, Runnable> meanwhile = new HashMap<>();

    /** At which moment twin is killed; 0: never. */
    int killedAt;

    /** Whether nothing that was kept is found any more. */
    boolean loses;

    Path repository;
    private final Path folder;
    private int moments;
    private int checked;

    /** With a small sound configuration. */
    static House furnished(Path folder) throws IOException {
        var house = new House(folder);
        house.put("configuration.yaml", "default_config:\n");
        house.put("automations.yaml", "[]\n");
        return house;
    }

    House(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        this.repository = this.folder.resolve("repository");
        this.config = this.folder.resolve("config");
        if (!Files.exists(config)) {
            Files.createDirectory(config);
            Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    Path put(String path, String text) throws IOException {
        Files.createDirectories(config.resolve(path).getParent());
        return Files.writeString(config.resolve(path), text);
    }

    Path at(String path) {
        return config.resolve(path);
    }

    SyncConfigFile sync(String path, String text) {
        var file = new ConfigPath(path);
        wishes.put(file.twinPath().text(), text);
        return new SyncConfigFile(file, file.twinPath(), digest(text));
    }

    static RemoveConfigFile remove(String path) {
        return new RemoveConfigFile(new ConfigPath(path));
    }

    static Digest digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    Path state() {
        return folder.resolve("state");
    }

    boolean isPending() throws IOException {
        return Files.exists(state().resolve("pending"));
    }

    Installation installation() {
        return new Installation.Contained(
                config, new FoundContainer(ContainerEngine.DOCKER, MachineBench.ID, "ha", true, Optional.empty()));
    }

    HomeAssistantFolder files() {
        var reach = new Reach(
                Path.of("/"),
                Self.ofThisProcess(),
                this,
                () -> new Answer.None<>("no Supervisor"),
                () -> new Answer.None<>("no token"),
                new SystemTicker());
        return new HomeAssistantFolder(
                reach,
                () -> new Answer.Given<>(installation()),
                path -> {
                    if (!wishes.containsKey(path.text())) {
                        throw new IOException("there is no " + path);
                    }
                    return new ByteArrayInputStream(wishes.get(path.text()).getBytes(StandardCharsets.UTF_8));
                },
                new Watched(new KeptContent(folder.resolve("backup"))),
                repository,
                state());
    }

    private final class Watched implements Backups {
        private final Backups kept;

        Watched(Backups kept) {
            this.kept = kept;
        }

        @Override
        public void keep(Digest digest, InputStream content) throws IOException {
            moment();
            kept.keep(digest, content);
            moment();
        }

        @Override
        public Optional<InputStream> find(Digest digest) throws IOException {
            moment();
            return loses ? Optional.empty() : kept.find(digest);
        }

        @Override
        public void keepBeside(TargetPath file, byte[] what) {
            throw new AssertionError("of a configuration only contents are kept");
        }

        @Override
        public Optional<Beside> findBeside(TargetPath file) {
            throw new AssertionError("of a configuration only contents are kept");
        }

        @Override
        public void forgetBeside(TargetPath file) {
            throw new AssertionError("of a configuration only contents are kept");
        }
    }

    private void moment() {
        if (++moments == killedAt) {
            throw new Killed();
        }
    }

    Attempt apply(ConfigFileAction... actions) {
        return files().apply(List.of(actions), progress());
    }

    Progress progress() {
        return new Progress() {
            @Override
            public void at(int percent, String what) {
                told.add(percent + " " + what);
                moment();
            }

            @Override
            public void said(String words) {
                told.add(words);
            }
        };
    }

    Observation.Seen<LiveConfigFile> seen() {
        return (Observation.Seen<LiveConfigFile>) files().observe(Scope.everything());
    }

    Set<String> seenPaths() {
        return Set.copyOf(seen().live().stream().map(LiveConfigFile::key).toList());
    }

    Map<String, String> gaps() {
        var gaps = new TreeMap<String, String>();
        seen().gaps().forEach(gap -> gaps.put(gap.keys(), gap.reason()));
        return gaps;
    }

    /** All files below the folder, with what they hold. */
    Map<String, String> content() throws IOException {
        var content = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(config)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                content.put(config.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }

    boolean isSound() throws IOException {
        return content().values().stream().noneMatch(BROKEN::equals);
    }

    @Override
    public Result run(Command command) {
        moment();
        started.add(command.program() + " " + String.join(" ", command.arguments()));
        if (command.arguments().contains("check_config")) {
            return check();
        }
        return command.program().equals("setsid")
                ? new SystemCommandRunner().run(command)
                : new Result.NoSuchProgram(command.program());
    }

    private Result check() {
        checked++;
        meanwhile.getOrDefault(checked, () -> {}).run();
        moment();
        if (checks.containsKey(checked)) {
            return checks.get(checked);
        }
        try {
            return isSound() ? ended(0, "") : ended(1, "Failed config\n  automation: broken\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Result ended(int exit, String said) {
        return new Result.Ended(
                exit, ("Testing configuration at /config\n" + said).getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    int checks() {
        return checked;
    }
}
