package dev.twinsync.domain.containers;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.containers.ContainerAction.Create;
import dev.twinsync.domain.containers.ContainerAction.Remove;
import dev.twinsync.domain.containers.ContainerAction.Replace;
import dev.twinsync.domain.containers.ContainerAction.Start;
import dev.twinsync.domain.containers.ContainerAction.Stop;
import dev.twinsync.domain.containers.ContainerAction.Update;
import dev.twinsync.domain.containers.DesiredContainer.Absent;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import dev.twinsync.domain.containers.LiveContainer.Status;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of containers of one engine. */
public final class Containers implements Kind<DesiredContainer, LiveContainer, ContainerAction> {

    static final String HOW_TO_GIVE = "put its value into a file that only root may read and declare {file: PATH}";
    static final String WORDLESS =
            "a command without a word is none to an engine, which gives that of the image; leave command out,"
                    + " or name an entrypoint too";
    static final String MASKED =
            "a mask stands there in place of a secret, which twin does not keep: put the secret into"
                    + " an environment variable, which twin keeps or reads from a file";

    static final String UNTOLD_RIGHTS =
            "Podman does not tell which rights were chosen, so that nobody could see whether it has these; leave out"
                    + " cap_add, cap_drop and the rights of devices";

    private final ContainerEngine engine;

    public Containers(ContainerEngine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "containers";
    }

    @Override
    public String listKey() {
        return "services";
    }

    @Override
    public List<String> backends() {
        return engine.backends();
    }

    @Override
    public Action.Stage stage() {
        return Action.Stage.CONTAINERS;
    }

    @Override
    public Shape<DesiredContainer> desired() {
        return ContainerShapes.DESIRED;
    }

    @Override
    public Shape<LiveContainer> live() {
        return LiveContainerShape.LIVE;
    }

    @Override
    public Shape<ContainerAction> action() {
        return ContainerShapes.ACTION;
    }

    @Override
    public Stream<Step<ContainerAction>> decide(Pair<DesiredContainer, LiveContainer> pair) {
        return switch (pair) {
            case Pair.Missing(Present wanted) -> create(wanted);
            case Pair.Missing(Absent _) -> Stream.empty();
            case Pair.Both(Present wanted, var seen) -> new ContainerDecision(engine, wanted, seen).steps();
            case Pair.Both(Absent wanted, var seen) -> remove(wanted, seen);
            case Pair.Unmanaged(var _) -> Stream.empty();
        };
    }

    private Stream<Step<ContainerAction>> create(Present wanted) {
        if (wanted.isMasked()) {
            return blocked(wanted, MASKED);
        }
        if (wanted.spec().isWordless(wanted.spec().entrypoint())) {
            return blocked(wanted, WORDLESS);
        }
        if (wanted.spec().isolation().isBeyond(engine)) {
            return blocked(wanted, UNTOLD_RIGHTS);
        }
        if (wanted.spec().image().isEmpty()) {
            return blocked(wanted, "no such container, and no image is declared that it could be made of");
        }
        var kept = wanted.spec().kept();
        return kept.isEmpty()
                ? Stream.of(new Step.Do<>(
                        new Create(
                                wanted.name(), wanted.spec(), wanted.running().orElse(true)),
                        "declared present, no such container"))
                : blocked(
                        wanted,
                        "no such container, so its variable " + kept.getFirst() + " cannot be kept; " + HOW_TO_GIVE);
    }

    private static Stream<Step<ContainerAction>> remove(Absent wanted, LiveContainer seen) {
        return seen.whoseElse()
                .map(reason -> blocked(wanted, reason))
                .orElseGet(() -> Stream.of(new Step.Do<>(
                        new Remove(wanted.name()),
                        "declared absent, is there; what it wrote outside of its volumes is lost, the volumes stay")));
    }

    private static Stream<Step<ContainerAction>> blocked(DesiredContainer wanted, String reason) {
        return Stream.of(new Step.Blocked<>(wanted.key(), reason));
    }

    @Override
    public Optional<LiveContainer> after(Optional<LiveContainer> seen, ContainerAction action) {
        return switch (action) {
            case Create(var name, var spec, var running) -> Foretold.made(name, spec, running);
            case Replace(var _, var spec, var running) -> seen.map(found -> Foretold.replaced(found, spec, running));
            case Update(var _, var restart) -> seen.map(found -> found.withRestart(restart));
            case Start _ -> seen.map(found -> found.withStatus(Status.RUNNING));
            case Stop _ -> seen.map(found -> found.withStatus(Status.STOPPED));
            case Remove _ -> Optional.empty();
        };
    }

    @Override
    public boolean empowers(ContainerAction action, Optional<LiveContainer> seen) {
        var before = seen.map(Reach::of).orElse(Reach.NONE);
        return after(seen, action)
                .map(Reach::of)
                .filter(reach -> reach.isBeyond(before))
                .isPresent();
    }

    @Override
    public boolean fulfils(Optional<LiveContainer> expected, Optional<LiveContainer> found) {
        return expected.isPresent() && found.isPresent()
                ? Foretold.isMet(expected.get(), found.get())
                : expected.equals(found);
    }

    @Override
    public DesiredContainer adopt(LiveContainer seen) {
        return Adopted.exactly(seen, engine);
    }

    @Override
    public Optional<DesiredContainer> absent(String key) {
        return Optional.of(new Absent(new ContainerName(key)));
    }

    /** Every container that nobody else answers for: nothing else would bring it back. */
    @Override
    public Optional<DesiredContainer> firstWish(LiveContainer seen) {
        return seen.whoseElse().isPresent() ? Optional.empty() : Optional.of(Adopted.briefly(seen, engine));
    }
}
