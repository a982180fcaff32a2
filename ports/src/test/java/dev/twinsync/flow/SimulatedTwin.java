package dev.twinsync.flow;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.run.Leeway;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.services.DesiredService;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.apply.ApplyOptions;
import dev.twinsync.flow.apply.ApplyPlan;
import dev.twinsync.flow.apply.ResumeRun;
import dev.twinsync.flow.apply.RollBackRun;
import dev.twinsync.flow.apply.Undo;
import dev.twinsync.flow.content.KeptContents;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.flow.twin.Init;
import dev.twinsync.flow.twin.Logging;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.SavePlan;
import dev.twinsync.flow.twin.Snapshot;
import dev.twinsync.flow.twin.Trials;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Ignored;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.View;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Confirmation;
import dev.twinsync.port.Elevation;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Narration;
import dev.twinsync.port.Probation;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SelfReverting;
import dev.twinsync.port.Simulated;
import dev.twinsync.port.SimulatedFiles;
import dev.twinsync.port.SimulatedJournal;
import dev.twinsync.port.SimulatedLock;
import dev.twinsync.port.SimulatedRepo;
import dev.twinsync.port.SimulatedTicker;
import dev.twinsync.port.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A simulated machine with its simulated repository: packages, files and services, and a package that brings a service. */
public final class SimulatedTwin {

    public static final Digest HOST = new Digest("sha256:" + "1".repeat(64));
    public static final AccountName WWW = new AccountName("www");
    public static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    public static final Redaction REDACTION =
            new Redaction(secret -> String.format("%016x", secret.hashCode()), Set.of());

    public final SimulatedRepo repo;
    public final SimulatedJournal journal = new SimulatedJournal();
    public final SimulatedLock lock = new SimulatedLock();
    Elevation elevation = Elevation.none("there is no sudo here");
    /** Whether somebody asks twin to stop, and whether that is heeded by now. */
    public boolean stopped;

    public boolean heeded;
    public boolean keepGoing;
    public Logging logging = Logging.NONE;
    boolean allowDestructive;
    /** What a person answers who is asked about what is destructive. */
    public Confirmation.Answer answerToDestructive = Confirmation.Answer.NOBODY;

    /** The services that failed; one that is started has its fault no more, unless it is broken. */
    public final Set<String> failed = new HashSet<>();

    public final Set<String> broken = new HashSet<>();

    public final Simulated<DesiredService, LiveService, ServiceAction> services = new ServicesWithHabits();
    public final SimulatedFiles files = new FilesWithHabits();
    public final Simulated<DesiredPackage, LivePackage, PackageAction> packages = new PackagesWithHabits();
    /** Plugins that this twin knows and does not use. */
    public Set<String> switchedOff = Set.of();

    public final SimulatedTicker ticker = new SimulatedTicker();
    /** Whether a change of files is taken back by itself unless it is kept. */
    public boolean filesOnProbation;
    /** Who decides about that. */
    public Probation probation = Probation.UNASKED;

    public Backend<LiveFile, FileAction> revertingFiles = new SelfReverting<>(files, ticker, () -> {});
    public Ignored ignored = Ignored.NOTHING;
    public Optional<Digest> host = Optional.of(HOST);
    public Narration narration = Narration.SILENT;
    /** How often the machine was noted as the one that the repository is of. */
    public int noted;

    public Instant now = START;
    public Confirmation.Answer answer = Confirmation.Answer.YES;
    /** What somebody else does while the plan is being looked at. */
    public Runnable meanwhile = () -> {};
    /** The last plan that was shown for approval. */
    public Optional<Plan> approved = Optional.empty();

    /** With a repository that lets everything into it. */
    public SimulatedTwin() {
        this(new SimulatedRepo());
    }

    public SimulatedTwin(SimulatedRepo repo) {
        this.repo = repo;
    }

    /**
     * As on Debian, the package nginx brings a folder and enables and starts its service, and so does openssh-server;
     * pipes brings a pipe, and firewall would shut the way in; apt knows no no-such, and third-party only from lists that were fetched once
     * /etc/apt/third is there; the package liar does nothing and reports success, and chatty complains aloud.
     */
    private final class PackagesWithHabits extends Simulated<DesiredPackage, LivePackage, PackageAction> {
        private boolean knowsThirdParty;

        PackagesWithHabits() {
            super(new Packages(), List.of());
        }

        @Override
        public Attempt renew(List<PackageAction> waiting, Progress progress) {
            knowsThirdParty = seen(files.observe(new Scope.Only(Set.of("/etc/apt/third"))))
                    .findAny()
                    .isPresent();
            return knowsThirdParty ? new Attempt.Ran() : new Attempt.Refused("a mirror does not answer");
        }

        @Override
        public Map<String, Forecast> forecast(List<PackageAction> actions) {
            var foreseen = new HashMap<String, Forecast>(Map.of(
                    "firewall", new Forecast.Perilous("it shuts the way in"),
                    "no-such", new Forecast.Impossible("apt knows no package no-such")));
            if (!knowsThirdParty) {
                foreseen.put("third-party", new Forecast.Unknown("package third-party in apt's lists"));
            }
            return actions.stream()
                    .map(Keyed::key)
                    .filter(foreseen::containsKey)
                    .collect(Collectors.toMap(key -> key, foreseen::get));
        }

        @Override
        public Attempt apply(List<PackageAction> transaction, Progress progress) {
            if (isAbout("openssh-server", transaction)) {
                services.put(service("ssh.service", UnitFileState.ENABLED, true));
            }
            if (isAbout("pipes", transaction)) {
                files.put(new LiveFile.Other(new TargetPath("/etc/pipe"), LiveFile.What.FIFO));
            }
            if (isAbout("nginx", transaction)) {
                services.put(service("nginx.service", UnitFileState.ENABLED, true));
                files.put(new LiveFile.Directory(
                        new TargetPath("/etc/nginx"), new FileMode("0700"), AccountName.ROOT, AccountName.ROOT));
            }
            if (isAbout("chatty", transaction)) {
                progress.said("W: the password=hunter2 was used\nE: but it works");
            }
            return isAbout("liar", transaction) ? new Attempt.Ran() : super.apply(transaction, progress);
        }
    }

    /** What is broken fails whenever it is started or restarted; what failed is not restarted. */
    private final class ServicesWithHabits extends Simulated<DesiredService, LiveService, ServiceAction> {
        ServicesWithHabits() {
            super(new Services(), List.of());
        }

        @Override
        public Map<String, Forecast> forecast(List<ServiceAction> actions) {
            return actions.stream()
                    .filter(action -> action instanceof ServiceAction.Restart)
                    .map(Keyed::key)
                    .filter(failed::contains)
                    .collect(Collectors.toMap(key -> key, _ -> new Forecast.Impossible("it failed: exit-code")));
        }

        @Override
        public Attempt apply(List<ServiceAction> transaction, Progress progress) {
            for (ServiceAction action : transaction) {
                if (broken.contains(action.key())) {
                    failed.add(action.key());
                    services.put(service(action.key(), UnitFileState.ENABLED, false));
                    return new Attempt.Refused("it failed: exit-code");
                }
                if (action instanceof ServiceAction.Start) {
                    failed.remove(action.key());
                }
            }
            return super.apply(transaction, progress);
        }
    }

    /** Nothing is ever made at /etc/liar. */
    private final class FilesWithHabits extends SimulatedFiles {
        FilesWithHabits() {
            super(List.of());
        }

        /** The package nginx brings the user www. */
        @Override
        public Map<String, Forecast> forecast(List<FileAction> actions) {
            var foreseen = new HashMap<>(super.forecast(actions));
            if (!isInstalled("nginx")) {
                actions.stream()
                        .filter(action -> action instanceof FileAction.SetAttributes(var _, var _, var owner, var _)
                                && owner.equals(WWW))
                        .forEach(action -> foreseen.put(action.key(), new Forecast.Unknown("user " + WWW)));
            }
            return foreseen;
        }

        @Override
        public Attempt apply(List<FileAction> transaction, Progress progress) {
            return isAbout("/etc/liar", transaction) ? new Attempt.Ran() : super.apply(transaction, progress);
        }
    }

    private static boolean isAbout(String key, List<? extends Action> transaction) {
        return transaction.stream().anyMatch(action -> action.key().equals(key));
    }

    public Twin twin() {
        return with(
                Equipped.of("packages.debian", new Packages(), packages, KeptContents.none()),
                Equipped.of(
                        "files.mirror", new Files(), filesOnProbation ? revertingFiles : files, KeptContents.none()),
                Equipped.of("services.systemd", new Services(), services, KeptContents.none()));
    }

    /** The same with other plugins. */
    public Twin with(Equipped<?, ?, ?>... plugins) {
        var all = List.of(plugins);
        var equipped = all.stream()
                .filter(one -> !switchedOff.contains(one.plugin().name()))
                .toList();
        var view = new View(
                repo,
                equipped.stream().<Plugin<?, ?, ?>>map(Equipped::plugin).toList(),
                off(all),
                journal,
                Optional.empty(),
                host,
                (InstantSource) () -> now,
                narration,
                ignored);
        return new Twin(
                view,
                repo,
                equipped,
                logging,
                REDACTION,
                journal,
                lock,
                elevation,
                stop,
                new Trials(ticker, probation),
                () -> noted++);
    }

    private List<Plugin<?, ?, ?>> off(List<Equipped<?, ?, ?>> all) {
        return all.stream()
                .<Plugin<?, ?, ?>>map(Equipped::plugin)
                .filter(plugin -> switchedOff.contains(plugin.name()))
                .toList();
    }

    public void init() throws IOException {
        new Init(twin()).init(Map.of("config.yaml", "".getBytes(StandardCharsets.UTF_8)), Duration.ZERO);
    }

    public Snapshot.Result snapshot() throws IOException {
        return new Snapshot(twin()).take(new byte[0], Duration.ZERO);
    }

    public void wish(DesiredPackage... wishes) throws IOException {
        repo.write(Layout.desired(new Packages()), List.of(wishes));
    }

    public void wish(DesiredFile... wishes) throws IOException {
        repo.write(Layout.desired(new Files()), List.of(wishes));
    }

    public void wish(DesiredService... wishes) throws IOException {
        repo.write(Layout.desired(new Services()), List.of(wishes));
    }

    public Plan plan(String... only) throws IOException {
        return plan(twin().view().survey().forPlan(), new Selection(List.of(only)), false);
    }

    public Plan planOffline() throws IOException {
        return plan(twin().view().survey().ofRecords(), Selection.EVERYTHING, true);
    }

    private Plan plan(Reading<List<Look<?, ?, ?>>> survey, Selection selection, boolean offline) throws IOException {
        return switch (survey) {
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> {
                var plan = MakePlan.ofState(twin().view(), offline).plan(looks, selection, Optional.empty());
                yield new SavePlan(twin()).save(plan, Duration.ofHours(24)).plan();
            }
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> throw new AssertionError(problems);
        };
    }

    public RunResult apply(String... only) throws IOException {
        return new ApplyPlan(twin(), person)
                .apply(new ApplyOptions(new Selection(List.of(only)), leeway(), keepGoing, Duration.ZERO));
    }

    private Leeway leeway() {
        return allowDestructive ? Leeway.EVERYTHING : Leeway.NOT_DESTRUCTIVE;
    }

    public RunResult resume() throws IOException {
        return new ResumeRun(twin()).resume(Duration.ZERO);
    }

    public RunResult rollBack() throws IOException {
        return new RollBackRun(twin(), person).rollBack(Duration.ZERO, allowDestructive);
    }

    public Undo.Result undo(String... what) throws IOException {
        return new Undo(twin()).undo(List.of(what), Duration.ofHours(24));
    }

    private final StopSignal stop = new StopSignal() {
        @Override
        public void heed() {
            heeded = true;
        }

        @Override
        public boolean isRaised() {
            return stopped;
        }
    };

    private final Confirmation person = new Confirmation() {
        @Override
        public Answer approve(Plan plan) {
            approved = Optional.of(plan);
            meanwhile.run();
            return answer;
        }

        @Override
        public Answer approveDestructive(List<String> actions) {
            return answerToDestructive;
        }
    };

    /** Everything that is there, of all kinds; of a package that was removed only its configuration is left. */
    public List<String> everything() {
        return Stream.of(packages, files, services)
                .flatMap(backend -> seen(backend.observe(Scope.everything())))
                .filter(thing ->
                        !(thing instanceof LivePackage left && left.status() == LivePackage.Status.CONFIG_FILES))
                .map(Object::toString)
                .toList();
    }

    private static Stream<? extends Keyed> seen(Observation<? extends Keyed> observation) {
        return switch (observation) {
            case Observation.Seen<? extends Keyed> seen -> seen.live().stream();
            case Observation.Unavailable<? extends Keyed>(var reason) -> throw new AssertionError(reason);
        };
    }

    public boolean isInstalled(String name) {
        return seen(packages.observe(new Scope.Only(Set.of(name))))
                .anyMatch(thing -> ((LivePackage) thing).status() == LivePackage.Status.INSTALLED);
    }

    /** Asserts that nothing was done, as the checks gave this. */
    public static <V extends CheckPlan.Verdict> V unfit(Class<V> verdict, RunResult result) {
        return assertInstanceOf(
                verdict, assertInstanceOf(RunResult.Unfit.class, result).verdict());
    }

    /** A folder that the service {@code web.service} must notice. */
    public static DesiredFile folder(String path) {
        return folder(path, List.of("web.service"));
    }

    public static DesiredFile folder(String path, List<String> notify) {
        return new DesiredFile.Directory(
                new TargetPath(path),
                Optional.of(new FileMode("0755")),
                Optional.of(AccountName.ROOT),
                Optional.of(AccountName.ROOT),
                notify);
    }

    public static LivePackage installed(String name) {
        return new LivePackage(
                new PackageName(name),
                LivePackage.Status.INSTALLED,
                Optional.of(new PackageVersion("1.0")),
                false,
                false,
                Optional.empty());
    }

    public static DesiredPackage present(String name) {
        return new DesiredPackage.Present(
                new PackageName(name), DesiredPackage.Source.APT, Optional.empty(), Optional.empty(), false);
    }

    public static DesiredPackage absent(String name) {
        return new DesiredPackage.Absent(new PackageName(name), DesiredPackage.Source.APT);
    }

    public static LiveService service(String name, UnitFileState state, boolean running) {
        return LiveService.steady(new UnitName(name), UnitScope.SYSTEM, state, running);
    }

    public static DesiredService wanted(String name, boolean enabled, boolean running) {
        return new DesiredService(
                new UnitName(name), UnitScope.SYSTEM, Optional.of(enabled), Optional.of(running), Optional.empty());
    }
}
