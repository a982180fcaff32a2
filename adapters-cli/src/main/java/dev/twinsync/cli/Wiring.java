package dev.twinsync.cli;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.ApplyPlan;
import dev.twinsync.flow.Configuration;
import dev.twinsync.flow.Equipped;
import dev.twinsync.flow.Init;
import dev.twinsync.flow.Layout;
import dev.twinsync.flow.MakePlan;
import dev.twinsync.flow.Plugin;
import dev.twinsync.flow.SavePlan;
import dev.twinsync.flow.Snapshot;
import dev.twinsync.flow.Status;
import dev.twinsync.flow.Survey;
import dev.twinsync.flow.Twin;
import dev.twinsync.flow.View;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.git.YamlTree;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.files.KeptContent;
import dev.twinsync.os.system.LinuxHost;
import dev.twinsync.port.Confirmation;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.Narration;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts everything together, by hand and in one place. */
final class Wiring {

    private final TwinRepo repo;
    private final Reading<Configuration> configuration;
    private final Narration narration;
    private Optional<Twin> assembled = Optional.empty();

    private Wiring(TwinRepo repo, Reading<Configuration> configuration, Narration narration) {
        this.repo = repo;
        this.configuration = configuration;
        this.narration = narration;
    }

    static Wiring of(Path root, Path home, Narration narration) throws IOException {
        var repo = new GitTwinRepo(root, home);
        var configuration = repo.read(Layout.configuration())
                .map(found -> found.orElse(Configuration.DEFAULT))
                .then(Catalog::check);
        return new Wiring(repo, configuration, narration);
    }

    TwinRepo repo() {
        return repo;
    }

    private Twin twin() throws IOException {
        if (assembled.isEmpty()) {
            assembled = Optional.of(assemble(configuration()));
        }
        return assembled.get();
    }

    private Twin assemble(Configuration settings) {
        var commands = new SystemCommandRunner();
        var backups = new KeptContent(StateFolder.ofThisProcess().backup());
        var equipped = Catalog.equipped(repo, settings, commands, backups);
        var view = new View(
                repo,
                equipped.stream().<Plugin<?, ?, ?>>map(Equipped::plugin).toList(),
                Catalog.facts(settings, commands),
                host(commands),
                InstantSource.system(),
                narration);
        return new Twin(view, repo, equipped);
    }

    private static Optional<Digest> host(CommandRunner commands) {
        return switch (new LinuxHost(commands).identity()) {
            case HostFacts.Answer.Known<Digest>(var identity) -> Optional.of(identity);
            case HostFacts.Answer.Unknown<Digest>(var _) -> Optional.empty();
        };
    }

    private Configuration configuration() throws Unreadable {
        return switch (configuration) {
            case Reading.Value<Configuration>(var settings) -> settings;
            case Reading.Wrong<Configuration>(var problems) -> throw new Unreadable(problems);
        };
    }

    Tree configurationTree() throws IOException {
        return Configuration.SHAPE.inFull(configuration());
    }

    /** All that is wrong with {@code config.yaml} and {@code state/}. */
    List<Problem> problems() throws IOException {
        if (!configuration.problems().isEmpty()) {
            return configuration.problems();
        }
        var problems = new ArrayList<>(survey().ofWishes().problems());
        problems.addAll(Catalog.unread(repo.list(Layout.STATE)));
        return List.copyOf(problems);
    }

    Survey survey() throws IOException {
        return twin().view().survey();
    }

    Init init() throws IOException {
        return new Init(twin());
    }

    Snapshot snapshot() throws IOException {
        return new Snapshot(twin());
    }

    Status status() throws IOException {
        return new Status(twin().view());
    }

    /** @param offline whether the machine is not there to be asked what else would happen */
    MakePlan makePlan(boolean offline) throws IOException {
        return new MakePlan(twin().view().host(), offline);
    }

    SavePlan savePlan() throws IOException {
        return new SavePlan(twin());
    }

    Duration planValidity() throws IOException {
        return Duration.ofHours(configuration().planHours());
    }

    ApplyPlan apply(Confirmation confirmation) throws IOException {
        return new ApplyPlan(twin(), confirmation);
    }

    Tree tree(SavedPlan saved) throws IOException {
        return Layout.latestPlan(twin().view().plugins()).shape().write(saved);
    }

    Tree tree(PastPlan past) throws IOException {
        return Layout.pastPlan("", twin().view().plugins()).shape().write(past);
    }

    String yaml(Tree tree) {
        return YamlTree.write("", tree);
    }
}
