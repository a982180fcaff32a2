package dev.twinsync.os.containers;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerAction.Create;
import dev.twinsync.domain.containers.ContainerAction.Remove;
import dev.twinsync.domain.containers.ContainerAction.Replace;
import dev.twinsync.domain.containers.ContainerAction.Start;
import dev.twinsync.domain.containers.ContainerAction.Stop;
import dev.twinsync.domain.containers.ContainerAction.Update;
import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.LiveContainer;
import dev.twinsync.os.Self;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.ContainerRuntime;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The containers of Docker or Podman. Whoever may look may act as well: a socket of an engine knows no difference. Values of variables are
 * seen here and hidden by who shows them.
 */
public final class EngineContainers implements ContainerRuntime {

    /** A variable may hold a whole certificate. */
    private static final int LONGEST_SECRET = 64 * 1024;

    private static final Duration LOOK = Duration.ofSeconds(20);

    /** Some containers take minutes to stop, and an image may come slowly. */
    private static final Duration ACT = Duration.ofMinutes(10);

    private static final int DONE = 100;

    private final EngineSocket socket;
    private final Self self;
    private final Patience patience;
    private final Function<Duration, Api> api;

    EngineContainers(EngineSocket socket, Self self) {
        this(socket, self, Patience.USUAL, socket::open);
    }

    /** @param api the engine's interface, for one that may say nothing for so long */
    EngineContainers(EngineSocket socket, Self self, Patience patience, Function<Duration, Api> api) {
        this.socket = socket;
        this.self = self;
        this.patience = patience;
        this.api = api;
    }

    public static EngineContainers docker() {
        return new EngineContainers(EngineSocket.docker(), Self.ofThisProcess());
    }

    /** The containers of who runs twin: root's are the machine's, everybody else has their own. */
    public static EngineContainers podman() {
        var self = Self.ofThisProcess();
        return new EngineContainers(EngineSocket.podman(self.uid()), self);
    }

    /** Whether it listens on this machine. */
    public boolean isHere() {
        return socket.found().isPresent();
    }

    @Override
    public Observation<LiveContainer> observe(Scope scope) {
        var obstacle = socket.whyNot(self.name());
        if (obstacle.isPresent()) {
            return new Observation.Unavailable<>(obstacle.get());
        }
        try {
            return new Sighting(new Engine(api.apply(LOOK)), socket.engine()).look(scope);
        } catch (NoAnswer unseen) {
            return new Observation.Unavailable<>(socket.engine().word() + ": " + unseen.getMessage());
        }
    }

    @Override
    public Map<String, Forecast> forecast(List<ContainerAction> actions) {
        if (actions.isEmpty() || socket.whyNot(self.name()).isPresent()) {
            return Map.of();
        }
        try {
            return Foresight.of(new Engine(api.apply(LOOK)), actions).of(actions);
        } catch (NoAnswer unseen) {
            return Map.of();
        }
    }

    /** What gives up a port of the machine comes before what may take it. */
    @Override
    public List<List<ContainerAction>> transactions(List<ContainerAction> actions) {
        return actions.stream()
                .sorted(Comparator.comparingInt(EngineContainers::rank))
                .map(List::of)
                .toList();
    }

    private static int rank(ContainerAction action) {
        return switch (action) {
            case Remove _, Stop _ -> 0;
            case Replace(var _, var spec, var _) -> isLodger(spec) ? 3 : 1;
            case Update _ -> 1;
            case Create(var _, var spec, var _) -> isLodger(spec) ? 3 : 2;
            case Start _ -> 2;
        };
    }

    /** The container in whose network it is has to be there before. */
    private static boolean isLodger(ContainerSpec spec) {
        return spec.isolation().lodging().isPresent();
    }

    /** What is to be done to one engine. */
    private interface Task {
        void with(Engine engine) throws NoAnswer;
    }

    private Attempt attempt(Task task) {
        var obstacle = socket.whyNot(self.name());
        if (obstacle.isPresent()) {
            return new Attempt.Refused(obstacle.get());
        }
        try {
            task.with(new Engine(api.apply(ACT)));
            return new Attempt.Ran();
        } catch (NoAnswer refused) {
            return new Attempt.Refused(refused.getMessage());
        }
    }

    @Override
    public Attempt apply(List<ContainerAction> transaction, Progress progress) {
        return attempt(engine -> {
            var files = new SecretOnDisk(self.uid(), LONGEST_SECRET);
            for (ContainerAction action : transaction) {
                new Work(engine, patience, files, progress).perform(action);
            }
            progress.at(DONE, "done");
        });
    }

    @Override
    public Attempt mend(List<ContainerAction> cutOff, Progress progress) {
        return attempt(engine -> {
            for (ContainerAction action : cutOff) {
                new Mending(engine).after(action);
            }
        });
    }
}
