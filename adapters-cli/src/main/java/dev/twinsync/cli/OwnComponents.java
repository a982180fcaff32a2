package dev.twinsync.cli;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.desktop.DesktopBackend;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.containers.EngineContainers;
import dev.twinsync.os.cron.UserCrontab;
import dev.twinsync.os.desktop.GnomeSettings;
import dev.twinsync.os.desktop.KdeSettings;
import dev.twinsync.os.files.MirroredFiles;
import dev.twinsync.os.homeassistant.Reach;
import dev.twinsync.os.network.NetworkManagerConnections;
import dev.twinsync.os.packages.DebianPackages;
import dev.twinsync.os.services.SystemdServices;
import dev.twinsync.os.supervisor.SupervisedHost;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Crontab;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.InitSystem;
import dev.twinsync.port.KnownContent;
import dev.twinsync.port.Network;
import dev.twinsync.port.PackageManager;
import dev.twinsync.port.SupervisorHost;
import dev.twinsync.port.WishedContent;
import java.nio.file.Path;

/**
 * This machine.
 *
 * @param repository the twin's own, of which nothing is recorded and in which nothing is written
 * @param content what wished files hold
 * @param rules which files are recorded without being named
 * @param known of its files, what need not be read again to look at everything
 * @param state where twin keeps what is no business of the repository
 */
record OwnComponents(
        CommandRunner commands,
        Backups backups,
        Path repository,
        WishedContent content,
        CaptureRules rules,
        StateFolder state,
        Circumstances circumstances,
        KnownContent known)
        implements Components {

    @Override
    public PackageManager packages() {
        return new DebianPackages(commands);
    }

    @Override
    public FileMirror files() {
        return new MirroredFiles(content, backups, rules, repository, commands, known);
    }

    @Override
    public InitSystem services() {
        return new SystemdServices(commands);
    }

    @Override
    public Engine containers(ContainerEngine engine) {
        var runtime = switch (engine) {
            case DOCKER -> EngineContainers.docker();
            case PODMAN -> EngineContainers.podman();
        };
        return new Engine(runtime, runtime::isHere);
    }

    @Override
    public SupervisorHost supervisor() {
        return new SupervisedHost();
    }

    @Override
    public HomeAssistantFiles homeAssistant() {
        return new HomeAssistantEquipment(commands, backups, state, circumstances).files(content, repository);
    }

    @Override
    public boolean reloads() {
        return Reach.ofThisProcess(commands).mayReload();
    }

    @Override
    public Crontab crontab() {
        return new UserCrontab(commands);
    }

    @Override
    public Settings desktop(DesktopBackend backend) {
        return switch (backend) {
            case GNOME -> {
                var gnome = new GnomeSettings(commands);
                yield new Settings(gnome, gnome::isHere);
            }
            case KDE -> {
                var kde = new KdeSettings(commands);
                yield new Settings(kde, kde::isHere);
            }
        };
    }

    @Override
    public Network network() {
        return new NetworkManagerConnections(circumstances.networkTimeout());
    }
}
