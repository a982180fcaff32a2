package dev.twinsync.cli;

import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.Configuration;
import dev.twinsync.flow.Layout;
import dev.twinsync.flow.Restraint;
import dev.twinsync.flow.ShowLogs;
import dev.twinsync.flow.Twin;
import dev.twinsync.flow.View;
import dev.twinsync.flow.migrating.Migrate;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.git.HistogramComparison;
import dev.twinsync.git.YamlTree;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.os.files.KeptContent;
import dev.twinsync.os.journal.SecondCommand;
import dev.twinsync.os.worker.SudoElevation;
import dev.twinsync.port.Narration;
import dev.twinsync.port.OldRepository;
import dev.twinsync.port.Recollection;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.SecretGate;
import dev.twinsync.port.TextComparison;
import dev.twinsync.port.Ticker;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts everything together, by hand and in one place. */
final class Wiring {

    static final Ticker TICKER = new SystemTicker();
    static final TextComparison TEXTS = new HistogramComparison();

    private final TwinRepo repo;
    private final RepositorySettings settings;
    private final Path home;
    private final Narration narration;
    private final Duration networkTimeout;
    private final Recollection known;
    private final StateFolder state = StateFolder.ofThisProcess();
    private final Interruption interruption = new Interruption();
    private Optional<Twin> assembled = Optional.empty();

    private Wiring(
            TwinRepo repo,
            RepositorySettings settings,
            Path home,
            Narration narration,
            Duration networkTimeout,
            Recollection known) {
        this.repo = repo;
        this.settings = settings;
        this.home = home;
        this.narration = narration;
        this.networkTimeout = networkTimeout;
        this.known = known;
    }

    static Wiring of(Path root, Path home, Narration narration) throws IOException {
        return of(root, home, narration, Recollection.NONE);
    }

    /** @param known what an earlier command has read */
    static Wiring of(Path root, Path home, Narration narration, Recollection known) throws IOException {
        var settings = RepositorySettings.of(new GitTwinRepo(root, home, SecretGate.SHUT));
        var repo = new GitTwinRepo(root, home, Secrecy.gate(settings.configuration()), known);
        return new Wiring(repo, settings, home, narration, NetworkTimeoutOption.DEFAULT, known);
    }

    /** The same, where a changed network is on probation for that long. */
    Wiring withNetworkTimeout(Duration other) {
        return new Wiring(repo, settings, home, narration, other, known);
    }

    /** Everything anew, by the configuration as it is now. */
    Wiring afresh() throws IOException {
        return of(repo.root(), home, narration, known);
    }

    TwinRepo repo() {
        return repo;
    }

    /** The twin repository of another device, to be read. */
    RepoView other(Path root) throws IOException {
        var other = new GitTwinRepo(root, home, SecretGate.SHUT);
        if (!other.exists()) {
            throw new IOException(
                    "there is no twin repository at " + other.root() + " (no " + Layout.CONFIGURATION + ")");
        }
        return other;
    }

    /** To look at. */
    View view() throws IOException {
        return twin().view();
    }

    Twin twin() throws IOException {
        if (assembled.isEmpty()) {
            assembled = Optional.of(assembly().twin(sharing()));
        }
        return assembled.get();
    }

    /** As {@link #twin}, and what needs root is asked for by sudo. */
    Twin twinWithSudo() throws IOException {
        return twin().withElevation(SudoElevation.ofThisProcess(
                repo.root(),
                path -> repo.open(path.text()),
                assembly().circumstances().toRootSide(),
                programs().forRoot(plugins())));
    }

    Sharing sharing() {
        return new Sharing(repo, Secrecy.gate(settings.configuration()), home, state);
    }

    /** What holds back what was pulled. */
    Restraint restraint() throws IOException {
        return sharing().restraint(view());
    }

    /** What turns a repository of the predecessor into this one. */
    Migrate migration(OldRepository old) throws IOException {
        return new Migration(repo, Secrecy.redaction(configuration()), state).of(old);
    }

    private Assembly assembly() throws IOException {
        return new Assembly(
                repo,
                configuration().without(plugins().off()),
                plugins(),
                programs(),
                state,
                interruption,
                narration,
                networkTimeout,
                known);
    }

    /** The programs of plugins of other people. */
    ForeignPrograms programs() {
        return ForeignPrograms.of(home);
    }

    /** The plugins of the repository, on and off. */
    PluginList plugins() throws Unreadable {
        return settings.list();
    }

    /** Where a second command of the same user says that the network is to be kept. */
    SecondCommand secondCommand() throws IOException {
        return new SecondCommand(state.runs(repo.root()), TICKER);
    }

    /** A run that was cut off, or one that is at work just now, in a sentence. */
    Optional<String> openRun() throws IOException {
        return settings.configuration().problems().isEmpty() ? OpenRunText.of(twin()) : Optional.empty();
    }

    /** The logs as the repository has them, whatever the configuration says. */
    ShowLogs logs() {
        return new ShowLogs(repo, InstantSource.system(), ZoneId.systemDefault());
    }

    Interruption interruption() {
        return interruption;
    }

    /** What was kept for undo longer ago than the configuration says. */
    void forgetOldBackups() throws IOException {
        var keep = Duration.ofDays(configuration().backupDays());
        new KeptContent(state.backup()).prune(Instant.now().minus(keep));
    }

    private Configuration configuration() throws Unreadable {
        return settings.value();
    }

    Tree configurationTree() throws IOException {
        return Configuration.SHAPE.inFull(configuration());
    }

    /** All that is wrong with {@code config.yaml}, {@code state/} and {@code plugins/}. */
    List<Problem> problems() throws IOException {
        if (!settings.configuration().problems().isEmpty()) {
            return settings.configuration().problems();
        }
        var problems = new ArrayList<>(view().survey().ofWishes().problems());
        problems.addAll(repo.read(Layout.logsConfig()).problems());
        problems.addAll(Catalog.unread(repo.list(Layout.STATE), plugins()));
        problems.addAll(new SchemaChecks(repo).problems(plugins()));
        return List.copyOf(problems);
    }

    Duration planValidity() throws IOException {
        return Duration.ofHours(configuration().planHours());
    }

    String yaml(Tree tree) {
        return YamlTree.write("", tree);
    }
}
