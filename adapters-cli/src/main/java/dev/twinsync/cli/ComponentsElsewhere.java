package dev.twinsync.cli;

import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.cron.CronAction;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.DesktopBackend;
import dev.twinsync.domain.desktop.DesktopSettings;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.domain.network.NetworkProfiles;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.os.worker.OtherHost;
import dev.twinsync.port.Backend;
import dev.twinsync.port.ContainerRuntime;
import dev.twinsync.port.Crontab;
import dev.twinsync.port.Desktop;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.InitSystem;
import dev.twinsync.port.Network;
import dev.twinsync.port.PackageManager;
import dev.twinsync.port.Relay;
import dev.twinsync.port.SupervisorHost;

/** Another machine: each component is that of the twin there. */
record ComponentsElsewhere(OtherHost host) implements Components {

    private record ItsPackages(Backend<LivePackage, PackageAction> backend)
            implements PackageManager, Relay<LivePackage, PackageAction> {}

    private record ItsServices(Backend<LiveService, ServiceAction> backend)
            implements InitSystem, Relay<LiveService, ServiceAction> {}

    private record ItsCrontab(Backend<LiveCronEntry, CronAction> backend)
            implements Crontab, Relay<LiveCronEntry, CronAction> {}

    private record ItsNetwork(Backend<LiveProfile, NetworkAction> backend)
            implements Network, Relay<LiveProfile, NetworkAction> {}

    /** What is a person's own there stays so: root is not asked for it. */
    private record ItsContainers(Backend<LiveContainer, ContainerAction> backend)
            implements ContainerRuntime, Relay<LiveContainer, ContainerAction> {
        @Override
        public boolean isPersonal() {
            return true;
        }
    }

    private record ItsSupervisor(Backend<LivePart, SupervisorAction> backend)
            implements SupervisorHost, Relay<LivePart, SupervisorAction> {
        @Override
        public boolean isPersonal() {
            return true;
        }
    }

    private record ItsDesktop(Backend<LiveSetting, DesktopAction> backend)
            implements Desktop, Relay<LiveSetting, DesktopAction> {
        @Override
        public boolean isPersonal() {
            return true;
        }
    }

    @Override
    public PackageManager packages() {
        return new ItsPackages(host.backend(Catalog.PACKAGES, new Packages()));
    }

    @Override
    public FileMirror files() {
        return host.files(Catalog.FILES);
    }

    @Override
    public InitSystem services() {
        return new ItsServices(host.backend(Catalog.SERVICES, new Services()));
    }

    @Override
    public Engine containers(ContainerEngine engine) {
        var plugin = Catalog.of(engine);
        return new Engine(new ItsContainers(host.backend(plugin, new Containers(engine))), () -> host.has(plugin));
    }

    @Override
    public SupervisorHost supervisor() {
        return new ItsSupervisor(host.backend(Catalog.HOME_ASSISTANT_OS, new Supervisor()));
    }

    @Override
    public HomeAssistantFiles homeAssistant() {
        return host.homeAssistant(Catalog.HOME_ASSISTANT);
    }

    @Override
    public boolean reloads() {
        return host.reloads();
    }

    @Override
    public Crontab crontab() {
        return new ItsCrontab(host.backend(Catalog.CRON, new Cron()));
    }

    @Override
    public Settings desktop(DesktopBackend backend) {
        var plugin = Catalog.of(backend);
        return new Settings(new ItsDesktop(host.backend(plugin, new DesktopSettings(backend))), () -> host.has(plugin));
    }

    @Override
    public Network network() {
        return new ItsNetwork(host.backend(Catalog.NETWORK, new NetworkProfiles()));
    }
}
