package dev.twinsync.cli;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.Configuration;
import dev.twinsync.flow.DiscreetCrontab;
import dev.twinsync.flow.DiscreetFiles;
import dev.twinsync.flow.DiscreetNetwork;
import dev.twinsync.flow.Equipped;
import dev.twinsync.flow.KeptContents;
import dev.twinsync.flow.Layout;
import dev.twinsync.flow.Logging;
import dev.twinsync.flow.MirroredContents;
import dev.twinsync.flow.UnmaskedWishes;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.cron.UserCrontab;
import dev.twinsync.os.files.MirroredFiles;
import dev.twinsync.os.logs.JournalLogs;
import dev.twinsync.os.logs.LogFiles;
import dev.twinsync.os.network.NetworkManagerConnections;
import dev.twinsync.os.packages.DebianPackages;
import dev.twinsync.os.services.SystemdServices;
import dev.twinsync.os.system.LinuxHost;
import dev.twinsync.os.worker.Hosted;
import dev.twinsync.os.worker.RootPlugins;
import dev.twinsync.port.Backups;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.LogSource;
import dev.twinsync.port.ScanningGate;
import dev.twinsync.port.TwinRepo;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The plugins that twin has, in the order in which their things are brought about. */
final class Catalog {

    static final String PACKAGES = "packages.debian";
    static final String FILES = "files.mirror";
    static final String SERVICES = "services.systemd";
    static final String CRON = "cron.user";
    static final String NETWORK = "network.networkmanager";
    static final String SYSTEM = "system.info";
    static final String JOURNAL = "logs.systemd_journal";
    static final String LOG_FILES = "logs.files";

    private Catalog() {}

    static List<String> names() {
        return Stream.concat(kinds().keySet().stream(), Stream.of(SYSTEM, JOURNAL, LOG_FILES))
                .toList();
    }

    /** The same configuration, unless it switches off what there is not. */
    static Reading<Configuration> check(Configuration configuration) {
        var problems = configuration.disabled().stream()
                .filter(name -> !names().contains(name))
                .map(name -> new Problem(
                        new Place(Layout.CONFIGURATION, 0, 0),
                        "disabled_plugins: there is no plugin \"" + name + "\"; there are "
                                + String.join(", ", names())))
                .toList();
        return problems.isEmpty() ? new Reading.Value<>(configuration) : new Reading.Wrong<>(problems);
    }

    /** The documents among these files of {@code state/} that no plugin reads: what they say is wished in vain. */
    static List<Problem> unread(List<String> files) {
        var documents = Stream.concat(
                        kinds().values().stream()
                                .map(kind -> Layout.desired(kind).path()),
                        Stream.of(Layout.logsConfig().path()))
                .toList();
        return files.stream()
                .filter(file -> file.matches(".*\\.(ya?ml|json)") && !documents.contains(file))
                .map(file -> new Problem(
                        new Place(file, 0, 0), "is read by no plugin; those read " + String.join(", ", documents)))
                .toList();
    }

    /** What the machine is, unless that is switched off. */
    static Optional<HostFacts> facts(Configuration configuration, CommandRunner commands) {
        return configuration.disabled().contains(SYSTEM) ? Optional.empty() : Optional.of(new LinuxHost(commands));
    }

    /** The log plugins, without those that are switched off. */
    static Logging logging(Configuration configuration, CommandRunner commands, Redaction redaction) {
        var self = Self.ofThisProcess();
        List<LogSource> sources = List.of(new JournalLogs(commands, self, redaction), new LogFiles(self, redaction));
        return new Logging(
                sources.stream()
                        .filter(source -> !configuration.disabled().contains(source.name()))
                        .toList(),
                configuration.logs().keep(),
                configuration.logs().keepDays(),
                configuration.git().logs());
    }

    /** The kind of each plugin whose things can be wished for. */
    static Map<String, Kind<?, ?, ?>> kinds() {
        Map<String, Kind<?, ?, ?>> kinds = new LinkedHashMap<>();
        kinds.put(PACKAGES, new Packages());
        kinds.put(FILES, new Files());
        kinds.put(SERVICES, new Services());
        kinds.put(CRON, new Cron());
        kinds.put(NETWORK, new NetworkProfiles());
        return kinds;
    }

    /** The kinds of the plugins that are not among these. */
    static Map<String, Kind<?, ?, ?>> off(List<Equipped<?, ?, ?>> equipped) {
        var kinds = kinds();
        equipped.forEach(one -> kinds.remove(one.plugin().name()));
        return kinds;
    }

    /** @param networkTimeout how long a changed network is on probation */
    static List<Equipped<?, ?, ?>> equipped(
            TwinRepo repo,
            Configuration configuration,
            CommandRunner commands,
            Backups backups,
            Redaction redaction,
            Duration networkTimeout) {
        var mirrored = new MirroredFiles(
                path -> repo.open(path.text()), backups, configuration.files(), repo.root(), commands);
        var files = new DiscreetFiles(mirrored, new ScanningGate(redaction));
        var crontab = new DiscreetCrontab(new UserCrontab(commands), redaction);
        var network = new DiscreetNetwork(new NetworkManagerConnections(networkTimeout), redaction);
        List<Equipped<?, ?, ?>> all = List.of(
                Equipped.of(PACKAGES, new Packages(), new DebianPackages(commands), KeptContents.none()),
                Equipped.of(FILES, new Files(), files, new MirroredContents(repo, files)),
                Equipped.of(SERVICES, new Services(), new SystemdServices(commands), KeptContents.none()),
                Equipped.of(CRON, new Cron(), crontab, new UnmaskedWishes()),
                Equipped.of(NETWORK, new NetworkProfiles(), network, KeptContents.none()));
        return all.stream()
                .filter(equipped ->
                        !configuration.disabled().contains(equipped.plugin().name()))
                .toList();
    }

    /**
     * The plugins as root has them, which know neither repository nor configuration: they do what they are told.
     *
     * @param networkTimeout as above
     */
    static RootPlugins onRootSide(CommandRunner commands, Backups backups, Duration networkTimeout) {
        return (repository, content) -> {
            var files = new MirroredFiles(content, backups, Configuration.DEFAULT.files(), repository, commands);
            Map<String, Hosted<?, ?>> plugins = new LinkedHashMap<>();
            plugins.put(PACKAGES, new Hosted<>(new Packages(), new DebianPackages(commands)));
            plugins.put(FILES, new Hosted<>(new Files(), files));
            plugins.put(SERVICES, new Hosted<>(new Services(), new SystemdServices(commands)));
            plugins.put(CRON, new Hosted<>(new Cron(), new UserCrontab(commands)));
            plugins.put(NETWORK, new Hosted<>(new NetworkProfiles(), new NetworkManagerConnections(networkTimeout)));
            return plugins;
        };
    }
}
