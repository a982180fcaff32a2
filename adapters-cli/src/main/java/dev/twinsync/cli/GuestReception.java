package dev.twinsync.cli;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.desktop.DesktopBackend;
import dev.twinsync.domain.desktop.DesktopSettings;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.HomeAssistantConfig;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.worker.Hosted;
import dev.twinsync.os.worker.OtherHost;
import dev.twinsync.os.worker.Reception;
import dev.twinsync.port.Backups;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.KnownContent;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * This machine, as the twin of another one is served by it: all that the user who was logged in may see and do.
 *
 * @param state where twin keeps what is no business of a repository
 */
record GuestReception(
        String user, HostFacts machine, MachineLock lock, CommandRunner commands, Backups backups, StateFolder state)
        implements Reception {

    @Override
    public House open(Order order, WishedContent content) {
        var circumstances =
                new Circumstances(order.networkTimeout(), order.homeAssistant().map(HomeAssistantOption::path));
        return house(new OwnComponents(
                commands,
                backups,
                Path.of(OtherHost.NO_REPOSITORY),
                content,
                order.files(),
                state,
                circumstances,
                KnownContent.NONE));
    }

    private static House house(OwnComponents own) {
        Map<String, Hosted<?, ?>> plugins = new LinkedHashMap<>();
        var here = new ArrayList<String>();
        var files = own.files();
        var homeAssistant = own.homeAssistant();
        plugins.put(Catalog.PACKAGES, new Hosted<>(new Packages(), own.packages()));
        plugins.put(Catalog.FILES, new Hosted<>(new Files(), files));
        plugins.put(Catalog.SERVICES, new Hosted<>(new Services(), own.services()));
        for (ContainerEngine engine : ContainerEngine.values()) {
            var found = own.containers(engine);
            plugins.put(Catalog.of(engine), new Hosted<>(new Containers(engine), found.runtime()));
            note(Catalog.of(engine), found.isHere().getAsBoolean(), here);
        }
        plugins.put(Catalog.HOME_ASSISTANT_OS, new Hosted<>(new Supervisor(), own.supervisor()));
        plugins.put(Catalog.HOME_ASSISTANT, new Hosted<>(new HomeAssistantConfig(own.reloads()), homeAssistant));
        plugins.put(Catalog.CRON, new Hosted<>(new Cron(), own.crontab()));
        for (DesktopBackend desktop : DesktopBackend.values()) {
            var found = own.desktop(desktop);
            plugins.put(Catalog.of(desktop), new Hosted<>(new DesktopSettings(desktop), found.desktop()));
            note(Catalog.of(desktop), found.isHere().getAsBoolean(), here);
        }
        plugins.put(Catalog.NETWORK, new Hosted<>(new NetworkProfiles(), own.network()));
        Map<String, Readable> contents = Map.of(
                Catalog.FILES, key -> files.open(named(() -> new TargetPath(key))),
                Catalog.HOME_ASSISTANT, key -> homeAssistant.open(named(() -> new ConfigPath(key))));
        return new House(plugins, contents, here, own.reloads());
    }

    private static void note(String plugin, boolean isHere, List<String> here) {
        if (isHere) {
            here.add(plugin);
        }
    }

    /** What a guest says is checked like anything else that comes from outside. */
    private static <T> T named(Supplier<T> path) throws IOException {
        try {
            return path.get();
        } catch (IllegalArgumentException noPath) {
            throw new IOException(noPath.getMessage(), noPath);
        }
    }
}
