package dev.twinsync.cli;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.ApplyPlan;
import dev.twinsync.flow.Configuration;
import dev.twinsync.flow.Init;
import dev.twinsync.flow.Layout;
import dev.twinsync.flow.MakePlan;
import dev.twinsync.flow.SavePlan;
import dev.twinsync.flow.Snapshot;
import dev.twinsync.flow.Status;
import dev.twinsync.flow.Survey;
import dev.twinsync.flow.Twin;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.git.YamlTree;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.SystemCommandRunner;
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

    private final Configuration configuration;
    private final Twin twin;

    private Wiring(Configuration configuration, Twin twin) {
        this.configuration = configuration;
        this.twin = twin;
    }

    /** @throws IOException in words for the user, also where {@code config.yaml} cannot be read */
    static Wiring of(Path root, Path home, Narration narration) throws IOException {
        var repo = new GitTwinRepo(root, home);
        var commands = new SystemCommandRunner();
        var configuration = configuration(repo);
        var twin = new Twin(
                repo,
                Catalog.plugins(repo, configuration, commands),
                Catalog.facts(configuration, commands),
                host(commands),
                InstantSource.system(),
                narration);
        return new Wiring(configuration, twin);
    }

    private static Configuration configuration(TwinRepo repo) throws IOException {
        var reading = repo.read(Layout.configuration())
                .map(found -> found.orElse(Configuration.DEFAULT))
                .then(Catalog::check);
        return switch (reading) {
            case Reading.Value<Configuration>(var found) -> found;
            case Reading.Wrong<Configuration>(var problems) -> throw new Unreadable(problems);
        };
    }

    private static Optional<Digest> host(CommandRunner commands) {
        return switch (new LinuxHost(commands).identity()) {
            case HostFacts.Answer.Known<Digest>(var identity) -> Optional.of(identity);
            case HostFacts.Answer.Unknown<Digest>(var _) -> Optional.empty();
        };
    }

    TwinRepo repo() {
        return twin.repo();
    }

    Tree configuration() {
        return Configuration.SHAPE.inFull(configuration);
    }

    Survey survey() {
        return twin.survey();
    }

    /** All that is wrong in {@code state/}. */
    List<Problem> problems() throws IOException {
        var problems = new ArrayList<>(survey().ofWishes().problems());
        problems.addAll(Catalog.unread(repo().list(Layout.STATE)));
        return List.copyOf(problems);
    }

    Init init() {
        return new Init(twin);
    }

    Snapshot snapshot() {
        return new Snapshot(twin);
    }

    Status status() {
        return new Status(twin);
    }

    /** @param offline whether the machine is not there to be asked what else would happen */
    MakePlan makePlan(boolean offline) {
        return new MakePlan(twin.host(), offline);
    }

    SavePlan savePlan() {
        return new SavePlan(twin);
    }

    Duration planValidity() {
        return Duration.ofHours(configuration.planHours());
    }

    ApplyPlan apply(Confirmation confirmation) {
        return new ApplyPlan(twin, confirmation);
    }

    Tree tree(SavedPlan saved) {
        return Layout.latestPlan(twin.plugins()).shape().write(saved);
    }

    Tree tree(PastPlan past) {
        return Layout.pastPlan("", twin.plugins()).shape().write(past);
    }

    String yaml(Tree tree) {
        return YamlTree.write("", tree);
    }
}
