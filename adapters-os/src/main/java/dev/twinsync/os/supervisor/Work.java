package dev.twinsync.os.supervisor;

import dev.twinsync.domain.supervisor.SupervisorAction;
import dev.twinsync.domain.supervisor.SupervisorAction.AddRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.ConfigureAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.OfAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.OfComponent;
import dev.twinsync.domain.supervisor.SupervisorAction.OfRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.RemoveRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreCore;
import dev.twinsync.domain.supervisor.SupervisorAction.StartAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.StopAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UninstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateCore;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateOs;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateSupervisor;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Ticker;
import java.io.IOException;

/** Who does what. */
record Work(SupervisorApi api, Jobs jobs, SafetyBackups backups, Configuring configuring) {

    static Work with(SupervisorApi api, SecretOnDisk files, Ticker ticker) {
        var jobs = new Jobs(api, ticker);
        return new Work(api, jobs, new SafetyBackups(api, jobs), new Configuring(api, files));
    }

    Attempt perform(SupervisorAction action, Share share) throws IOException {
        var objection = OwnAddon.of(api).objection(action);
        if (objection.isPresent()) {
            throw new NotDone(objection.get());
        }
        return switch (action) {
            case OfComponent component -> version(component, share);
            case OfRepository repository -> repository(repository, share);
            case OfAddon addon -> addon(addon, share);
        };
    }

    private Attempt version(OfComponent action, Share share) throws IOException {
        var versions = new VersionWork(api, jobs, backups);
        return switch (action) {
            case UpdateCore(var version) -> versions.updateCore(version, share);
            case UpdateSupervisor(var version) -> versions.updateSupervisor(version, share);
            case UpdateOs(var version) -> versions.updateOs(version, share);
            case RestoreCore(var version) -> versions.restoreCore(version, share);
        };
    }

    private Attempt repository(OfRepository action, Share share) throws IOException {
        var repositories = new RepositoryWork(api);
        switch (action) {
            case AddRepository(var source) -> repositories.add(source, share);
            case RemoveRepository(var source) -> repositories.remove(source);
        }
        return new Attempt.Ran();
    }

    private AddonWork addons() {
        return new AddonWork(api, jobs, backups, configuring);
    }

    private Attempt addon(OfAddon action, Share share) throws IOException {
        var addons = addons();
        switch (action) {
            case InstallAddon(var slug) -> addons.install(slug, share);
            case RestoreAddon(var slug, var version, var _) -> addons.restore(slug, version, share);
            case UpdateAddon(var slug, var version) -> addons.update(slug, version, share);
            case ConfigureAddon configure -> addons.configure(configure, share);
            case StartAddon(var slug) -> new AddonLife(api, jobs).start(slug, share);
            case StopAddon(var slug) -> new AddonLife(api, jobs).stop(slug, share);
            case UninstallAddon(var slug) -> addons.uninstall(slug, share);
        }
        return new Attempt.Ran();
    }

    /** What the Supervisor began goes on without twin. */
    void await(SupervisorAction begun, Share share) throws IOException {
        var about = switch (begun) {
            case OfAddon addon -> addon.slug().text();
            case OfComponent _ -> Jobs.CORE;
            case OfRepository repository -> repository.source().text();
        };
        jobs.settle(Jobs.BACKUPS, Patience.BACKUP, share, "waiting for what was begun before");
        jobs.settle(about, Patience.DOWNLOAD, share, "waiting for what was begun before");
        if (begun instanceof ConfigureAddon configure
                && OwnAddon.of(api).objection(begun).isEmpty()) {
            addons().finish(configure, share);
        }
    }
}
