package dev.twinsync.cli.kill;

import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.cron.CronCommand;
import dev.twinsync.domain.cron.CronEnvironment;
import dev.twinsync.domain.cron.CronId;
import dev.twinsync.domain.cron.CronJob;
import dev.twinsync.domain.cron.LiveCronEntry;
import dev.twinsync.domain.cron.Schedule;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.flow.content.FileContents;
import dev.twinsync.flow.content.KeptContents;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.flow.twin.Logging;
import dev.twinsync.flow.twin.Trials;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.View;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.os.files.KeptContent;
import dev.twinsync.os.files.MirroredFiles;
import dev.twinsync.os.journal.FileJournal;
import dev.twinsync.os.journal.KernelLock;
import dev.twinsync.port.Elevation;
import dev.twinsync.port.Narration;
import dev.twinsync.port.OwnerNote;
import dev.twinsync.port.Probation;
import dev.twinsync.port.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A device in a folder: a real repository, journal, lock and backups, real files, and simulated packages, services and
 * crontabs that outlive the process. A change of crontabs is on probation.
 */
record Device(Path folder) {

    private static final StopSignal NOBODY = new StopSignal() {
        @Override
        public void heed() {}

        @Override
        public boolean isRaised() {
            return false;
        }
    };

    Path machine() {
        return folder.resolve("machine");
    }

    private static final Redaction REDACTION =
            new Redaction(secret -> String.format("%016x", secret.hashCode()), Set.of());

    Path repository() {
        return folder.resolve("device");
    }

    Twin twin(Doom doom) throws IOException {
        var repo = new DoomedRepo(new GitTwinRepo(repository(), folder, (_, _) -> List.of()), doom);
        var journal = new DoomedJournal(new FileJournal(folder.resolve("runs")), doom);
        var equipped = equipped(repo, doom);
        var view = new View(
                repo,
                equipped.stream().<Plugin<?, ?, ?>>map(Equipped::plugin).toList(),
                List.of(),
                journal,
                Optional.empty(),
                Optional.of(Wish.HOST),
                InstantSource.system(),
                Narration.SILENT);
        var lock = new KernelLock(folder.resolve("lock"));
        return new Twin(
                view,
                repo,
                equipped,
                Logging.NONE,
                REDACTION,
                journal,
                lock,
                Elevation.none("nobody needs it"),
                NOBODY,
                new Trials(new SystemTicker(), trial -> {
                    doom.pass();
                    return Probation.UNASKED.of(trial);
                }),
                OwnerNote.NONE);
    }

    private List<Equipped<?, ?, ?>> equipped(DoomedRepo repo, Doom doom) throws IOException {
        var files = new MirroredFiles(
                path -> repo.open(path.text()),
                new KeptContent(folder.resolve("backup")),
                new CaptureRules(List.of(), List.of(), 0),
                repository(),
                new SystemCommandRunner());
        var packages = new Persistent<>(new Packages(), state("packages"), List.of(installed("nano")));
        var services = new Persistent<>(
                new Services(), state("services"), List.of(running("web.service"), running("a.service")));
        var cron = new Persistent<>(new Cron(), state("cron"), List.of(entry("old")));
        return List.of(
                Equipped.of(
                        "packages.debian",
                        new Packages(),
                        new DoomedBackend<>(packages, true, doom),
                        KeptContents.none()),
                Equipped.of(
                        "files.mirror",
                        new dev.twinsync.domain.files.Files(),
                        new DoomedBackend<>(files, false, doom),
                        FileContents.of(repo, files)),
                Equipped.of(
                        "services.systemd",
                        new Services(),
                        new DoomedBackend<>(services, false, doom),
                        KeptContents.none()),
                Equipped.of(
                        "cron.user",
                        new Cron(),
                        new DoomedBackend<>(new Checkpointed<>(cron, checkpoint()), true, doom),
                        KeptContents.none()));
    }

    /** What the crontabs were before they were changed on probation. */
    private Path checkpoint() {
        return folder.resolve("cron.before");
    }

    /** So long that what is on probation is taken back by itself. */
    void letTimePass() throws IOException {
        if (Files.exists(checkpoint())) {
            Files.move(checkpoint(), state("cron"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Path state(String kind) {
        return folder.resolve(kind + ".json");
    }

    private static LivePackage installed(String name) {
        return new LivePackage(
                new PackageName(name),
                LivePackage.Status.INSTALLED,
                Optional.of(new PackageVersion("1.0")),
                false,
                false,
                Optional.empty());
    }

    private static LiveService running(String name) {
        return LiveService.steady(new UnitName(name), UnitScope.SYSTEM, UnitFileState.ENABLED, true);
    }

    private static LiveCronEntry entry(String id) {
        var job = new CronJob(new Schedule("1 1 * * *"), new CronCommand("/bin/true"), true, CronEnvironment.NONE);
        return new LiveCronEntry(new CronId(id), new UserName("alice"), job);
    }
}
