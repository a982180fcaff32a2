package dev.twinsync.cli.wiring;

import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.terminal.Interruption;
import dev.twinsync.cli.terminal.Unreadable;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.logs.ShowLogs;
import dev.twinsync.flow.migrating.Migrate;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.flow.remote.Restraint;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.View;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.os.journal.SecondCommand;
import dev.twinsync.port.HostAddress;
import dev.twinsync.port.Narration;
import dev.twinsync.port.OldRepository;
import dev.twinsync.port.Recollection;
import dev.twinsync.port.RepoView;
import dev.twinsync.port.SecretGate;
import dev.twinsync.port.Ticker;
import dev.twinsync.port.TwinRepo;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Puts everything together, by hand and in one place. */
public final class Wiring implements Closeable {

    public static final Ticker TICKER = new SystemTicker();

    private final TwinRepo repo;
    private final RepositorySettings settings;
    private final Surroundings around;
    private final Destination destination;
    private final StateFolder state = StateFolder.ofThisProcess();
    private Optional<Twin> assembled = Optional.empty();

    private Wiring(TwinRepo repo, RepositorySettings settings, Surroundings around, Destination destination) {
        this.repo = repo;
        this.settings = settings;
        this.around = around;
        this.destination = destination;
    }

    public static Wiring of(Path root, Path home, Narration narration) throws IOException {
        return of(root, new Surroundings(home, narration, Recollection.none()), Optional.empty());
    }

    /** @param address of the machine it is about; empty: this one */
    public static Wiring of(Path root, Surroundings around, Optional<HostAddress> address) throws IOException {
        var settings = RepositorySettings.of(new GitTwinRepo(root, around.home(), SecretGate.SHUT));
        var repo = new GitTwinRepo(root, around.home(), Secrecy.gate(settings.configuration()), around.known());
        return new Wiring(repo, settings, around, new Destination(address));
    }

    /** The same, where a changed network is on probation for that long. */
    public Wiring withNetworkTimeout(Duration other) {
        return new Wiring(repo, settings, around.withNetworkTimeout(other), destination);
    }

    /** Everything anew, by the configuration as it is now. */
    public Wiring afresh() throws IOException {
        return of(repo.root(), around, destination.address());
    }

    public TwinRepo repo() {
        return repo;
    }

    /** The machine it is about; empty: this one. */
    public Optional<HostAddress> address() {
        return destination.address();
    }

    /** The twin repository of another device, to be read. */
    public RepoView other(Path root) throws IOException {
        return around.repository(root);
    }

    /** To look at. */
    public View view() throws IOException {
        return twin().view();
    }

    public Twin twin() throws IOException {
        if (assembled.isEmpty()) {
            destination.visit(configuration(), around.networkTimeout(), Assembly.content(repo), whereabouts());
            assembled = Optional.of(assembly().twin(sharing()));
        }
        return assembled.get();
    }

    /** As {@link #twin}, and what needs root is asked for by sudo or doas. */
    public Twin twinWithSudo() throws IOException {
        return twin().withElevation(assembly().sudo());
    }

    public Whereabouts whereabouts() throws IOException {
        return Whereabouts.of(state, repo);
    }

    /** Leaves the other machine. */
    @Override
    public void close() {
        destination.close();
        assembled = Optional.empty();
    }

    public Sharing sharing() {
        return new Sharing(repo, Secrecy.gate(settings.configuration()), around.home(), state);
    }

    /** What holds back what was pulled. */
    public Restraint restraint() throws IOException {
        return Restraint.of(view().plugins());
    }

    /** What turns a repository of the predecessor into this one. */
    public Migrate migration(OldRepository old) throws IOException {
        return new Migration(repo, Secrecy.redaction(configuration()), state).of(old);
    }

    private Assembly assembly() throws IOException {
        return new Assembly(
                repo,
                configuration().without(plugins().off()),
                plugins(),
                programs(),
                state,
                around,
                destination.host());
    }

    /** The programs of plugins of other people, on the machine that it is about once that was visited. */
    public ForeignPrograms programs() {
        return destination.programs(around.home());
    }

    /** The plugins of the repository, on and off. */
    public PluginList plugins() throws Unreadable {
        return settings.list();
    }

    /** Where a second command of the same user says that the network is to be kept. */
    public SecondCommand secondCommand() throws IOException {
        return new SecondCommand(runs(), TICKER);
    }

    private Path runs() throws IOException {
        return address().isPresent() ? state.runsOf(repo.root(), view().host()) : state.runs(repo.root());
    }

    /** A run that was cut off, or one that is at work just now, in a sentence. */
    public Optional<OpenRunText.Notice> openRun() throws IOException {
        return settings.configuration().problems().isEmpty() ? OpenRunText.of(twin()) : Optional.empty();
    }

    /** The logs as the repository has them, whatever the configuration says. */
    public ShowLogs logs() {
        return new ShowLogs(repo, InstantSource.system(), ZoneId.systemDefault());
    }

    public Interruption interruption() {
        return around.interruption();
    }

    /** What was kept for undo longer than anybody wanted. */
    public void forgetOldBackups() throws IOException {
        state.forgetBackups(configuration().backupDays());
    }

    private Configuration configuration() throws Unreadable {
        return settings.value();
    }

    public Tree configurationTree() throws IOException {
        return Configuration.SHAPE.inFull(configuration());
    }

    /** All that is wrong with {@code config.yaml}, {@code state/} and {@code plugins/}. */
    public List<Problem> problems() throws IOException {
        var ofSettings = settings.configuration().problems();
        return ofSettings.isEmpty() ? new DocumentChecks(repo, plugins()).problems(view()) : ofSettings;
    }

    public Duration planValidity() throws IOException {
        return Duration.ofHours(configuration().planHours());
    }
}
