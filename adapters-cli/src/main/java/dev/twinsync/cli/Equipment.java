package dev.twinsync.cli;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.domain.containers.DesiredContainer;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.cron.DesiredCronEntry;
import dev.twinsync.domain.desktop.DesiredSetting;
import dev.twinsync.domain.desktop.DesktopBackend;
import dev.twinsync.domain.desktop.DesktopSettings;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.services.Services;
import dev.twinsync.flow.Configuration;
import dev.twinsync.flow.DiscreetContainers;
import dev.twinsync.flow.DiscreetCrontab;
import dev.twinsync.flow.DiscreetDesktop;
import dev.twinsync.flow.DiscreetFiles;
import dev.twinsync.flow.DiscreetNetwork;
import dev.twinsync.flow.Equipped;
import dev.twinsync.flow.KeptContents;
import dev.twinsync.flow.MirroredContents;
import dev.twinsync.flow.UnmaskedWishes;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.cron.UserCrontab;
import dev.twinsync.os.files.MirroredFiles;
import dev.twinsync.os.network.NetworkManagerConnections;
import dev.twinsync.os.packages.DebianPackages;
import dev.twinsync.os.services.SystemdServices;
import dev.twinsync.os.worker.Hosted;
import dev.twinsync.os.worker.RootPlugins;
import dev.twinsync.port.Backups;
import dev.twinsync.port.ContainerRuntime;
import dev.twinsync.port.Desktop;
import dev.twinsync.port.ScanningGate;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The plugins of the {@link Catalog} with what they see and change the machine by.
 *
 * @param state where twin keeps what is no business of the repository
 * @param components of the machine that is looked at
 */
record Equipment(
        TwinRepo repo,
        Configuration configuration,
        CommandRunner commands,
        Backups backups,
        Redaction redaction,
        StateFolder state,
        Circumstances circumstances,
        Components components) {

    private static final String CRON_REMEDY = "put the secret into a file that only its owner may read, let the command"
            + " read it from there, then add the entry to state/cron.yaml";
    private static final String CONTAINERS_REMEDY =
            "take it out of the command or label, put it into a variable of its own, then"
                    + " add the container to state/containers.yaml";
    private static final String DESKTOP_REMEDY = "set it by hand on each machine";

    /** Those in use on this machine, in the order in which their things are brought about. */
    List<Equipped<?, ?, ?>> inUse() throws IOException {
        var choice = new BackendChoice(repo);
        var homeAssistant = new HomeAssistantEquipment(commands, backups, state, circumstances);
        List<Equipped<?, ?, ?>> all = List.of(
                Equipped.of(Catalog.PACKAGES, new Packages(), components.packages(), KeptContents.none()),
                files(),
                Equipped.of(Catalog.SERVICES, new Services(), components.services(), KeptContents.none()),
                choice.among(containers()),
                homeAssistant.supervisor(repo, redaction, components),
                homeAssistant.config(repo, redaction, components),
                cron(),
                choice.among(desktops()),
                Equipped.of(
                        Catalog.NETWORK,
                        new NetworkProfiles(),
                        new DiscreetNetwork(components.network(), redaction),
                        KeptContents.none()));
        return all.stream()
                .filter(equipped ->
                        !configuration.disabled().contains(equipped.plugin().name()))
                .toList();
    }

    private Equipped<?, ?, ?> files() {
        var files = new DiscreetFiles(components.files(), new ScanningGate(redaction));
        return Equipped.of(Catalog.FILES, new Files(), files, new MirroredContents(repo, files));
    }

    private Equipped<?, ?, ?> cron() {
        var crontab = new DiscreetCrontab(components.crontab(), redaction);
        return Equipped.of(
                Catalog.CRON, new Cron(), crontab, new UnmaskedWishes<>(DesiredCronEntry::isMasked, CRON_REMEDY));
    }

    private List<BackendChoice.Candidate> containers() {
        return Stream.of(ContainerEngine.DOCKER, ContainerEngine.PODMAN)
                .map(engine -> {
                    var found = components.containers(engine);
                    return new BackendChoice.Candidate(
                            containers(Catalog.of(engine), engine, found.runtime()), found.isHere());
                })
                .toList();
    }

    private Equipped<?, ?, ?> containers(String plugin, ContainerEngine engine, ContainerRuntime backend) {
        var kind = new Containers(engine);
        var discreet = new DiscreetContainers(backend, redaction, configuration.containers(), repo, kind);
        return Equipped.of(plugin, kind, discreet, new UnmaskedWishes<>(DesiredContainer::isMasked, CONTAINERS_REMEDY));
    }

    private List<BackendChoice.Candidate> desktops() {
        return Stream.of(DesktopBackend.GNOME, DesktopBackend.KDE)
                .map(backend -> {
                    var found = components.desktop(backend);
                    return new BackendChoice.Candidate(
                            desktop(Catalog.of(backend), backend, found.desktop()), found.isHere());
                })
                .toList();
    }

    private Equipped<?, ?, ?> desktop(String plugin, DesktopBackend backend, Desktop settings) {
        return Equipped.of(
                plugin,
                new DesktopSettings(backend),
                new DiscreetDesktop(settings, redaction),
                new UnmaskedWishes<>(DesiredSetting::isMasked, DESKTOP_REMEDY));
    }

    /**
     * The plugins as root has them, which know neither repository nor configuration: they do what they are told. What is a
     * person's own is not among them.
     */
    static RootPlugins onRootSide(
            CommandRunner commands, Backups backups, StateFolder state, Circumstances circumstances) {
        return (repository, content) -> {
            var files = new MirroredFiles(content, backups, Configuration.DEFAULT.files(), repository, commands);
            Map<String, Hosted<?, ?>> plugins = new LinkedHashMap<>();
            plugins.put(Catalog.PACKAGES, new Hosted<>(new Packages(), new DebianPackages(commands)));
            plugins.put(Catalog.FILES, new Hosted<>(new Files(), files));
            plugins.put(Catalog.SERVICES, new Hosted<>(new Services(), new SystemdServices(commands)));
            plugins.put(
                    Catalog.HOME_ASSISTANT,
                    new HomeAssistantEquipment(commands, backups, state, circumstances)
                            .onRootSide(content, repository));
            plugins.put(Catalog.CRON, new Hosted<>(new Cron(), new UserCrontab(commands)));
            plugins.put(
                    Catalog.NETWORK,
                    new Hosted<>(new NetworkProfiles(), new NetworkManagerConnections(circumstances.networkTimeout())));
            return plugins;
        };
    }
}
