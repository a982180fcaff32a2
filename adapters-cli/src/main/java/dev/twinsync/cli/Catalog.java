package dev.twinsync.cli;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.desktop.DesktopBackend;
import dev.twinsync.domain.desktop.DesktopSettings;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.homeassistant.HomeAssistantConfig;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.flow.Configuration;
import dev.twinsync.flow.Equipped;
import dev.twinsync.flow.Layout;
import dev.twinsync.flow.Logging;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.homeassistant.Installations;
import dev.twinsync.os.logs.HomeAssistantLogs;
import dev.twinsync.os.logs.JournalLogs;
import dev.twinsync.os.logs.LogFiles;
import dev.twinsync.os.supervisor.SupervisorAccess;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.LogSource;
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
    static final String DOCKER = "containers.docker";
    static final String PODMAN = "containers.podman";
    static final String HOME_ASSISTANT_OS = "os.home_assistant_os";
    static final String HOME_ASSISTANT = "home_assistant.core";
    static final String CRON = "cron.user";
    static final String GNOME = "desktop.gnome";
    static final String KDE = "desktop.kde";
    static final String NETWORK = "network.networkmanager";
    static final String SYSTEM = "system.info";
    static final String JOURNAL = "logs.systemd_journal";
    static final String LOG_FILES = "logs.files";
    static final String HOME_ASSISTANT_LOGS = "logs.home_assistant";

    private Catalog() {}

    static List<String> names() {
        return Stream.concat(kinds().keySet().stream(), Stream.of(SYSTEM, JOURNAL, LOG_FILES, HOME_ASSISTANT_LOGS))
                .toList();
    }

    static String of(ContainerEngine engine) {
        return switch (engine) {
            case DOCKER -> DOCKER;
            case PODMAN -> PODMAN;
        };
    }

    static String of(DesktopBackend desktop) {
        return switch (desktop) {
            case GNOME -> GNOME;
            case KDE -> KDE;
        };
    }

    /** The same configuration, unless it switches off what there is not. */
    static Reading<Configuration> check(Configuration configuration, PluginList plugins) {
        var problems = configuration.disabled().stream()
                .filter(name -> !plugins.names().contains(name))
                .map(name -> new Problem(
                        new Place(Layout.CONFIGURATION, 0, 0),
                        "disabled_plugins: there is no plugin \"" + name + "\"; there are "
                                + String.join(", ", plugins.names())))
                .toList();
        return problems.isEmpty() ? new Reading.Value<>(configuration) : new Reading.Wrong<>(problems);
    }

    /** The documents among these files of {@code state/} that no plugin reads: what they say is wished in vain. */
    static List<Problem> unread(List<String> files, PluginList plugins) {
        var documents = Stream.concat(
                        kinds(plugins).values().stream()
                                .map(kind -> Layout.desired(kind).path())
                                .distinct(),
                        Stream.of(Layout.logsConfig().path()))
                .toList();
        return files.stream()
                .filter(file -> file.matches(".*\\.(ya?ml|json)") && !documents.contains(file))
                .map(file -> new Problem(
                        new Place(file, 0, 0), "is read by no plugin; those read " + String.join(", ", documents)))
                .toList();
    }

    /** What the machine is, unless that is switched off. */
    static Optional<HostFacts> facts(Configuration configuration, HostFacts machine) {
        return Optional.of(machine).filter(_ -> !configuration.disabled().contains(SYSTEM));
    }

    /** The log plugins, without those that are switched off. */
    static Logging logging(Configuration configuration, CommandRunner commands, Redaction redaction) {
        var self = Self.ofThisProcess();
        List<LogSource> sources = List.of(
                new JournalLogs(commands, self, redaction),
                new LogFiles(self, redaction),
                new HomeAssistantLogs(
                        commands,
                        self,
                        redaction,
                        Installations.ofThisMachine(commands),
                        SupervisorAccess.ofThisProcess(),
                        configuration.homeAssistant().configDir().map(HomeAssistantOption::path)));
        return logging(configuration, sources);
    }

    /** The same, of a machine whose logs cannot be had. */
    static Logging withoutLogs(Configuration configuration, String reason) {
        return logging(configuration, LogsElsewhere.all(reason));
    }

    private static Logging logging(Configuration configuration, List<LogSource> sources) {
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
        kinds.put(DOCKER, new Containers(ContainerEngine.DOCKER));
        kinds.put(PODMAN, new Containers(ContainerEngine.PODMAN));
        kinds.put(HOME_ASSISTANT_OS, new Supervisor());
        kinds.put(HOME_ASSISTANT, new HomeAssistantConfig(true));
        kinds.put(CRON, new Cron());
        kinds.put(GNOME, new DesktopSettings(DesktopBackend.GNOME));
        kinds.put(KDE, new DesktopSettings(DesktopBackend.KDE));
        kinds.put(NETWORK, new NetworkProfiles());
        return kinds;
    }

    /** With those of the plugins of other people. */
    private static Map<String, Kind<?, ?, ?>> kinds(PluginList plugins) {
        var all = kinds();
        all.putAll(plugins.foreign());
        return all;
    }

    /** The kinds of the plugins that are not among these. */
    static Map<String, Kind<?, ?, ?>> off(List<Equipped<?, ?, ?>> equipped, PluginList plugins) {
        var kinds = kinds(plugins);
        equipped.forEach(one -> kinds.remove(one.plugin().name()));
        return kinds;
    }
}
