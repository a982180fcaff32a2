package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.os.Facts;
import dev.twinsync.port.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Brings other versions of Home Assistant, of the Supervisor and of the operating system. What is there afterwards counts alone. */
record VersionWork(SupervisorApi api, Jobs jobs, SafetyBackups backups) {

    private static final int BACKUP_SHARE = 40;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration COMES_BACK = Duration.ofMinutes(15);

    /** What it calls that. */
    private static final Set<String> STARTS = Set.of("initialize", "setup", "startup");

    private Optional<ReleaseName> version(String of) throws NoAnswer {
        return Versions.read(
                jobs.once(() -> api.get(of + "/info", Patience.LOOK)).at("version"));
    }

    private ReleaseName core() throws NoAnswer, NotDone {
        return version("core").orElseThrow(() -> new NotDone("Home Assistant has no version yet"));
    }

    private static Tree.MapBuilder body(ReleaseName version) {
        return Tree.map().put("version", version.text());
    }

    Attempt updateCore(ReleaseName version, Share share) throws IOException {
        var before = core();
        if (before.equals(version)) {
            return new Attempt.Ran();
        }
        var backup = backups.ofCore(before, share.until(BACKUP_SHARE));
        var body = body(version).put("backup", Tree.literal(false));
        backup.behind(
                Gate.UPDATE_CORE,
                () -> jobs.run(
                        "core/update",
                        body,
                        Jobs.CORE,
                        Patience.DOWNLOAD,
                        share.since(BACKUP_SHARE),
                        "updating Home Assistant to " + version),
                () -> core().equals(before));
        return judged(before, version);
    }

    /** An update that was taken back is told as one that went well. */
    private Attempt judged(ReleaseName before, ReleaseName wanted) throws IOException {
        var now = core();
        if (now.equals(wanted)) {
            return new Attempt.Ran();
        }
        if (now.equals(before) && wasTakenBack()) {
            return new Attempt.TakenBack(
                    "Home Assistant " + wanted + " did not come up, and the Supervisor brought back " + before
                            + "; why is in the log of Home Assistant: twin logs");
        }
        return new Attempt.Refused("the update to " + wanted + " ended, and Home Assistant is " + now
                + "; why is in the log of the Supervisor: twin logs");
    }

    private boolean wasTakenBack() throws NoAnswer {
        return api.get("resolution/info", Patience.LOOK).at("issues").items().stream()
                .anyMatch(issue -> issue.at("type").text().equals("update_rollback")
                        && issue.at("context").text().equals("core"));
    }

    /** The present one goes into a backup as well: with it goes the configuration of today. */
    Attempt restoreCore(ReleaseName version, Share share) throws IOException {
        if (backups.newestOfCore(version).isEmpty()) {
            throw new NotDone(SafetyBackups.missingCore(version));
        }
        var before = core();
        var backup = backups.ofCore(before, share.until(BACKUP_SHARE));
        backup.behind(
                Gate.RESTORE,
                () -> backups.restoreCore(version, share.since(BACKUP_SHARE)),
                () -> core().equals(before));
        var now = core();
        return now.equals(version)
                ? new Attempt.Ran()
                : new Attempt.Refused("the backup was restored, and Home Assistant is " + now + " and not " + version
                        + "; why is in the log of the Supervisor: twin logs");
    }

    /** It ends itself in the middle of its answer, and comes back as another one. */
    Attempt updateSupervisor(ReleaseName version, Share share) throws IOException {
        share.at(0, "updating the Supervisor to " + version);
        try {
            api.post("supervisor/update", body(version).build(), Patience.DOWNLOAD);
        } catch (NoAnswer no) {
            if (!no.fault().isOpen() && !version("supervisor").equals(Optional.of(version))) {
                throw no;
            }
        }
        var end = jobs.ticker().now().plus(COMES_BACK);
        while (!version("supervisor").equals(Optional.of(version))) {
            if (jobs.ticker().now().compareTo(end) >= 0) {
                return new Attempt.Refused("the Supervisor was asked for " + version + " and is still "
                        + version("supervisor").map(ReleaseName::text).orElse("of no known version"));
            }
            jobs.ticker().pause(PAUSE);
        }
        untilItRuns(end);
        return new Attempt.Ran();
    }

    /** While it still starts, it answers, and makes no backup: what comes next would be refused. */
    private void untilItRuns(Duration end) throws NoAnswer {
        while (STARTS.contains(jobs.once(() -> api.get("info", Patience.LOOK))
                        .at("state")
                        .text())
                && jobs.ticker().now().compareTo(end) < 0) {
            jobs.ticker().pause(PAUSE);
        }
    }

    /** It is installed beside the one that runs, which goes on until the machine is started again. */
    Attempt updateOs(ReleaseName version, Share share) throws IOException {
        share.at(0, "installing Home Assistant OS " + version);
        try {
            api.post("os/update", body(version).build(), Patience.DOWNLOAD);
        } catch (NoAnswer no) {
            if (!isInstalled(version)) {
                throw no;
            }
        }
        return isInstalled(version)
                ? new Attempt.Ran()
                : new Attempt.Refused("the update to Home Assistant OS " + version
                        + " ended, and it is not installed; why is in the log of the Supervisor: twin logs");
    }

    private boolean isInstalled(ReleaseName version) throws NoAnswer {
        Facts os = jobs.once(() -> api.get("os/info", Patience.LOOK));
        var meant = Optional.of(version);
        return Versions.read(os.at("version")).equals(meant)
                || Versions.read(os.at("version_pending")).equals(meant);
    }
}
