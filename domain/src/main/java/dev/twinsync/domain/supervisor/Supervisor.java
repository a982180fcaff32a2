package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.DocumentPart;
import dev.twinsync.domain.Entries;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.homeassistant.HomeAssistantDocument;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.supervisor.SupervisorAction.AddRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.ConfigureAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.InstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RemoveRepository;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreCore;
import dev.twinsync.domain.supervisor.SupervisorAction.StartAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.StopAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.UninstallAddon;
import dev.twinsync.domain.supervisor.SupervisorAction.Update;
import dev.twinsync.domain.supervisor.SupervisorAction.UpdateAddon;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of what the Supervisor looks after. */
public final class Supervisor implements Kind<DesiredPart, LivePart, SupervisorAction> {

    @Override
    public String name() {
        return "supervisor";
    }

    @Override
    public Optional<DocumentPart> part() {
        return Optional.of(HomeAssistantDocument.SUPERVISOR);
    }

    @Override
    public List<Entries<DesiredPart>> allDesired() {
        return DesiredPartShapes.ENTRIES;
    }

    @Override
    public List<Entries<LivePart>> allLive() {
        return LivePartShapes.ENTRIES;
    }

    @Override
    public Action.Stage stage() {
        return Action.Stage.HOME_ASSISTANT;
    }

    @Override
    public Shape<DesiredPart> desired() {
        return DesiredPartShapes.ONE;
    }

    @Override
    public Shape<LivePart> live() {
        return LivePartShapes.ONE;
    }

    @Override
    public Shape<SupervisorAction> action() {
        return SupervisorActionShapes.SHAPE;
    }

    /** The Supervisor comes first, for an old one refuses most of it; a repository before its add-ons, and these after what they run on. */
    @Override
    public List<Step<SupervisorAction>> plan(List<DesiredPart> desired, Observation<LivePart> observation) {
        return Kind.super.plan(desired, observation).stream()
                .sorted(Comparator.comparingInt(Supervisor::rank))
                .toList();
    }

    private static int rank(Step<SupervisorAction> step) {
        return switch (step) {
            case Step.Do<SupervisorAction>(var action, var _) ->
                switch (action) {
                    case SupervisorAction.UpdateSupervisor _ -> 0;
                    case SupervisorAction.OfRepository _ -> 1;
                    case SupervisorAction.OfComponent _ -> 2;
                    case SupervisorAction.OfAddon _ -> 3;
                };
            case Step.Blocked<SupervisorAction> _, Step.Later<SupervisorAction> _ -> 3;
        };
    }

    @Override
    public Stream<Step<SupervisorAction>> decide(Pair<DesiredPart, LivePart> pair) {
        return switch (pair) {
            case Pair.Unmanaged(var _) -> Stream.empty();
            case Pair.Missing(var wanted) -> whenMissing(wanted);
            case Pair.Both(var wanted, LivePart.Addon seen) -> addon(wanted, seen);
            case Pair.Both(var wanted, LivePart.Version seen) -> version(wanted, seen);
            case Pair.Both(var wanted, LivePart.Repository _) -> repository(wanted);
        };
    }

    private static Stream<Step<SupervisorAction>> whenMissing(DesiredPart wanted) {
        return switch (wanted) {
            case DesiredPart.Version version -> Stream.of(VersionDecision.whenMissing(version));
            case DesiredPart.Repository(var source) -> does(new AddRepository(source), "declared, not there");
            case DesiredPart.Addon addon -> new AddonDecision(addon).whenMissing();
            case DesiredPart.NoRepository _, DesiredPart.NoAddon _ -> Stream.empty();
        };
    }

    private static Stream<Step<SupervisorAction>> addon(DesiredPart wanted, LivePart.Addon seen) {
        return switch (wanted) {
            case DesiredPart.Addon addon -> new AddonDecision(addon).whenThere(seen);
            case DesiredPart.NoAddon(var slug) ->
                does(new UninstallAddon(slug), "declared absent, is there; a backup of it is made before");
            case DesiredPart.Version _, DesiredPart.OfRepository _ -> Stream.empty();
        };
    }

    private static Stream<Step<SupervisorAction>> version(DesiredPart wanted, LivePart.Version seen) {
        return wanted instanceof DesiredPart.Version version
                ? new VersionDecision(version, seen).steps()
                : Stream.empty();
    }

    private static Stream<Step<SupervisorAction>> repository(DesiredPart wanted) {
        return wanted instanceof DesiredPart.NoRepository(var source)
                ? does(new RemoveRepository(source), "declared absent, is there")
                : Stream.empty();
    }

    private static Stream<Step<SupervisorAction>> does(SupervisorAction action, String why) {
        return Stream.of(new Step.Do<>(action, why));
    }

    @Override
    public Optional<LivePart> after(Optional<LivePart> seen, SupervisorAction action) {
        return switch (action) {
            case AddRepository(var source) -> Optional.of(new LivePart.Repository(source));
            case RemoveRepository _, UninstallAddon _ -> Optional.empty();
            case Update update -> Foretold.version(seen, found -> VersionDecision.updated(found, update));
            case RestoreCore(var version) -> Foretold.version(seen, found -> found.at(version));
            case InstallAddon(var slug) -> Optional.of(Foretold.installed(slug, Optional.empty()));
            case RestoreAddon restore -> Optional.of(Foretold.restored(seen, restore));
            case UpdateAddon(var _, var version) ->
                Foretold.addon(seen, found -> found.withVersion(Optional.of(version)));
            case ConfigureAddon(var _, var settings, var _) ->
                Foretold.addon(seen, found -> found.with(found.settings().with(settings)));
            case StartAddon _ -> Foretold.addon(seen, found -> found.with(LivePart.Status.STARTED));
            case StopAddon _ -> Foretold.addon(seen, found -> found.with(LivePart.Status.STOPPED));
        };
    }

    @Override
    public boolean fulfils(Optional<LivePart> expected, Optional<LivePart> found) {
        return expected.isPresent() == found.isPresent()
                && expected.flatMap(foretold -> found.map(there -> Foretold.isMet(foretold, there)))
                        .orElse(true);
    }

    @Override
    public DesiredPart adopt(LivePart seen) {
        return switch (seen) {
            case LivePart.Version version ->
                new DesiredPart.Version(version.component(), new VersionWish.Exact(version.version()));
            case LivePart.Repository(var source) -> new DesiredPart.Repository(source);
            case LivePart.Addon addon -> Adopted.exactly(addon);
        };
    }

    @Override
    public Optional<DesiredPart> absent(String key) {
        if (Component.called(key).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                key.contains("://")
                        ? new DesiredPart.NoRepository(new RepositorySource(key))
                        : new DesiredPart.NoAddon(new AddonSlug(key)));
    }

    /** Add-ons and where they come from; which versions there are is nobody's choice. */
    @Override
    public Optional<DesiredPart> firstWish(LivePart seen) {
        return switch (seen) {
            case LivePart.Version _ -> Optional.empty();
            case LivePart.Repository(var source) -> Optional.of(new DesiredPart.Repository(source));
            case LivePart.Addon addon -> Optional.of(Adopted.briefly(addon));
        };
    }
}
