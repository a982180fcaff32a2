package dev.twinsync.cli.catalog;

import dev.twinsync.cli.machine.Circumstances;
import dev.twinsync.cli.machine.Machine;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.cron.DesiredCronEntry;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.timers.Timers;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.flow.secrecy.DiscreetCrontab;
import dev.twinsync.flow.secrecy.DiscreetNetwork;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.flow.view.KnownNames;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.cron.UserCrontab;
import dev.twinsync.os.network.NetworkManagerConnections;
import dev.twinsync.os.packages.DebianPackages;
import dev.twinsync.os.services.SystemdServices;
import dev.twinsync.os.timers.SystemdTimers;
import dev.twinsync.os.worker.Hosted;
import dev.twinsync.os.worker.RootPlugins;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.KnownContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The plugins that twin has, in the order in which their things are brought about. */
public final class Catalog {

    public static final String DOCKER = "containers.docker";
    public static final String PODMAN = "containers.podman";
    public static final String HOME_ASSISTANT_OS = "os.home_assistant_os";
    public static final String HOME_ASSISTANT = "home_assistant.core";
    public static final String GNOME = "desktop.gnome";
    public static final String KDE = "desktop.kde";
    public static final String NETWORK = "network.networkmanager";
    public static final String SYSTEM = "system.info";
    public static final String JOURNAL = "logs.systemd_journal";
    public static final String LOG_FILES = "logs.files";
    public static final String HOME_ASSISTANT_LOGS = "logs.home_assistant";

    private static final String CRON_REMEDY = "put the secret into a file that only its owner may read, let the command"
            + " read it from there, then add the entry to state/cron.yaml";

    /** Those whose things can be wished for: one entry says all of one. */
    static final List<BuiltIn> PLUGINS = List.of(
            new Ordinary<>("packages.debian", new Packages(), here -> new DebianPackages(here.commands())),
            new FilesPlugin("files.mirror"),
            new Ordinary<>("services.timers", new Timers(), here -> new SystemdTimers(here.commands())),
            new Ordinary<>("services.systemd", new Services(), here -> new SystemdServices(here.commands())),
            ContainersPlugin.of(DOCKER, ContainerEngine.DOCKER),
            ContainersPlugin.of(PODMAN, ContainerEngine.PODMAN),
            SupervisorPlugin.called(HOME_ASSISTANT_OS),
            new HomeAssistantPlugin(HOME_ASSISTANT),
            new Ordinary<>("cron.user", new Cron(), here -> new UserCrontab(here.commands()))
                    .shownBy((crontab, with) -> new DiscreetCrontab(crontab, with.redaction()))
                    .keptUnless(DesiredCronEntry::isMasked, CRON_REMEDY),
            DesktopPlugin.gnome(GNOME),
            DesktopPlugin.kde(KDE),
            new Ordinary<>(
                            NETWORK,
                            new NetworkProfiles(),
                            here -> new NetworkManagerConnections(
                                    here.circumstances().networkTimeout()))
                    .shownBy((network, with) -> new DiscreetNetwork(network, with.redaction())));

    private Catalog() {}

    public static List<String> names() {
        return Stream.concat(
                        PLUGINS.stream().map(BuiltIn::name), Stream.of(SYSTEM, JOURNAL, LOG_FILES, HOME_ASSISTANT_LOGS))
                .toList();
    }

    /** What there is to be named: the plugins of a repository, on and off, and the kinds of their things. */
    public static KnownNames known(PluginList plugins) {
        var kinds = kinds(plugins).values().stream().map(Kind::name).distinct().toList();
        return new KnownNames(plugins.names(), kinds);
    }

    /** What the machine is, unless that is switched off. */
    public static Optional<HostFacts> facts(Configuration configuration, HostFacts machine) {
        return Optional.of(machine).filter(_ -> !configuration.disabled().contains(SYSTEM));
    }

    /** Those that may stand for each other, the usual one first; most stand alone. */
    static Collection<List<BuiltIn>> choices() {
        Map<String, List<BuiltIn>> choices = new LinkedHashMap<>();
        for (BuiltIn plugin : PLUGINS) {
            var kind = plugin.kind();
            var common = kind.backends().isEmpty() ? plugin.name() : kind.document();
            choices.computeIfAbsent(common, _ -> new ArrayList<>()).add(plugin);
        }
        return choices.values();
    }

    /** Those for which this holds, as they serve other twins. */
    static Map<String, Hosted<?, ?>> hosted(Machine.Here here, Predicate<BuiltIn> isServed) {
        Map<String, Hosted<?, ?>> hosted = new LinkedHashMap<>();
        PLUGINS.stream().filter(isServed).forEach(plugin -> hosted.put(plugin.name(), plugin.hosted(here)));
        return hosted;
    }

    /**
     * The plugins as root has them, which know neither repository nor configuration: they do what they are told. What is a
     * person's own is not among them.
     */
    public static RootPlugins onRootSide(CommandRunner commands, StateFolder state, Circumstances circumstances) {
        return client -> {
            var here = new Machine.Here(
                    commands,
                    state.backups(client.keepDays()),
                    client.repository(),
                    client.content(),
                    Configuration.DEFAULT.files(),
                    state,
                    circumstances,
                    KnownContent.NONE);
            return hosted(here, plugin -> !plugin.isPersonal());
        };
    }

    /** The kind of each plugin whose things can be wished for. */
    public static Map<String, Kind<?, ?, ?>> kinds() {
        Map<String, Kind<?, ?, ?>> kinds = new LinkedHashMap<>();
        PLUGINS.forEach(plugin -> kinds.put(plugin.name(), plugin.kind()));
        return kinds;
    }

    /** With those of the plugins of other people. */
    private static Map<String, Kind<?, ?, ?>> kinds(PluginList plugins) {
        var all = kinds();
        all.putAll(plugins.foreign());
        return all;
    }

    /** The plugins that are not in use. @param own those of twin itself for this machine, with all that belongs to them */
    public static List<Plugin<?, ?, ?>> off(
            List<Equipped<?, ?, ?>> own, List<Equipped<?, ?, ?>> inUse, PluginList plugins) {
        Map<String, Plugin<?, ?, ?>> off = new LinkedHashMap<>();
        kinds(plugins).forEach((name, kind) -> off.put(name, Plugin.off(name, kind)));
        own.forEach(one -> off.put(one.plugin().name(), one.plugin()));
        inUse.forEach(one -> off.remove(one.plugin().name()));
        return List.copyOf(off.values());
    }
}
