package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.domain.supervisor.SupervisorAction.ConfigureAddon;
import java.io.IOException;
import java.util.Optional;

/** Does one thing to one add-on, and looks what came of it. */
record AddonWork(SupervisorApi api, Jobs jobs, SafetyBackups backups, Configuring configuring) {

    private static final Supervisor KIND = new Supervisor();
    private static final int BACKUP_SHARE = 40;
    private static final String LOOK_THERE = "; why is in the log of the Supervisor: twin logs";

    private AddonFacts look(AddonSlug slug) throws NoAnswer {
        return life().look(slug);
    }

    private AddonLife life() {
        return new AddonLife(api, jobs);
    }

    private AddonFacts installed(AddonSlug slug) throws NoAnswer, NotDone {
        var addon = look(slug);
        if (!addon.isInstalled()) {
            throw new NotDone(slug + " is not installed");
        }
        return addon;
    }

    private static String shown(Optional<ReleaseName> version) {
        return version.map(ReleaseName::text).orElse("of no known version");
    }

    /** That it is there already is as good. */
    void install(AddonSlug slug, Share share) throws IOException {
        var call = "store/addons/" + slug + "/install";
        try {
            jobs.run(call, Tree.map(), slug.text(), Patience.DOWNLOAD, share, "installing " + slug);
        } catch (NoAnswer no) {
            if (!isThere(slug)) {
                throw no;
            }
        }
        if (!isThere(slug)) {
            throw new NotDone(slug + " is not there after its installation" + LOOK_THERE);
        }
    }

    /** One that no store knows is not there either. */
    private boolean isThere(AddonSlug slug) throws NoAnswer {
        try {
            return look(slug).isInstalled();
        } catch (NoAnswer no) {
            if (no.fault() instanceof Fault.NotFound) {
                return false;
            }
            throw no;
        }
    }

    void update(AddonSlug slug, ReleaseName version, Share share) throws IOException {
        var before = installed(slug);
        if (before.version().equals(Optional.of(version))) {
            return;
        }
        var backup = save(before, share.until(BACKUP_SHARE));
        var body = Tree.map().put("backup", Tree.literal(false));
        backup.behind(
                Gate.updateOf(slug),
                () -> jobs.run(
                        "store/addons/" + slug + "/update",
                        body,
                        slug.text(),
                        Patience.DOWNLOAD,
                        share.since(BACKUP_SHARE),
                        "updating " + slug),
                () -> look(slug).isAs(before));
        expect(slug, version, "the update");
    }

    private void expect(AddonSlug slug, ReleaseName version, String what) throws NoAnswer, NotDone {
        var now = look(slug).version();
        if (!now.equals(Optional.of(version))) {
            throw new NotDone(what + " ended, and " + slug + " is " + shown(now) + " and not " + version + LOOK_THERE);
        }
    }

    private FreshBackup save(AddonFacts addon, Share share) throws NoAnswer, NotDone {
        var version = addon.version()
                .orElseThrow(
                        () -> new NotDone("the version of " + addon.slug() + " has no name that a backup could bear"));
        return backups.ofAddon(addon.slug(), version, share);
    }

    /** What is there goes into a backup first: the restore puts other data in its place. */
    void restore(AddonSlug slug, ReleaseName version, Share share) throws IOException {
        if (backups.newest(slug, version).isEmpty()) {
            throw new NotDone(SafetyBackups.missing(slug, version));
        }
        boolean ran = false;
        if (isThere(slug)) {
            var before = look(slug);
            ran = before.status().isRunning();
            var backup = save(before, share.until(BACKUP_SHARE));
            backup.behind(
                    Gate.RESTORE,
                    () -> backups.restore(slug, version, share.since(BACKUP_SHARE)),
                    () -> look(slug).isAs(before));
        } else {
            backups.restore(slug, version, share.since(BACKUP_SHARE));
        }
        expect(slug, version, "the restore");
        life().settle(slug, ran, share);
    }

    void uninstall(AddonSlug slug, Share share) throws IOException {
        if (!isThere(slug)) {
            return;
        }
        var before = look(slug);
        var backup = save(before, share.until(BACKUP_SHARE));
        var body = Tree.map().put("remove_config", Tree.literal(false)).build();
        try {
            backup.behind(
                    Gate.uninstallOf(slug),
                    () -> api.post("addons/" + slug + "/uninstall", body, Patience.CONTAINER),
                    () -> look(slug).isAs(before));
        } catch (NoAnswer no) {
            if (isThere(slug)) {
                throw no;
            }
        }
    }

    void configure(ConfigureAddon action, Share share) throws IOException {
        var addon = installed(action.slug());
        share.at(0, "setting up " + action.slug());
        configuring.set(addon, action.settings());
        if (action.restart() && addon.status().isRunning()) {
            life().restart(action.slug(), share);
        }
    }

    /** Options that were set and not noticed would stay so: nothing that can be seen tells of it. */
    void finish(ConfigureAddon cutOff, Share share) throws IOException {
        var seen = look(cutOff.slug());
        if (!cutOff.restart() || !seen.isInstalled() || !seen.status().isRunning()) {
            return;
        }
        var there = Optional.<LivePart>of(seen.seen());
        if (KIND.fulfils(KIND.after(there, cutOff), there)) {
            life().restart(cutOff.slug(), share);
        }
    }
}
