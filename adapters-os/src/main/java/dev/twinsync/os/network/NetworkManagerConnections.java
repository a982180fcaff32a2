package dev.twinsync.os.network;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.os.network.ChangeOver.End;
import dev.twinsync.os.network.Checkpoints.Checkpoint;
import dev.twinsync.os.network.Profiles.Listing;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.os.secrets.Veil;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Network;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The profiles of NetworkManager. All changes of a run are one transaction, which is on probation until it is confirmed. */
public final class NetworkManagerConnections implements Network {

    private static final int ROOT = 0;
    private static final int LONGEST_SECRET = 4096;
    private static final String TOO_LATE = "nobody confirmed it in time, so NetworkManager has taken it back";

    private final Path root;
    private final Self self;
    private final Duration timeout;
    private final Reachability reachability;
    private final CheckpointNote note;
    private final Ticker ticker = new SystemTicker();
    private Optional<Trial> trial = Optional.empty();

    /** @param timeout after which NetworkManager takes back by itself what nobody confirmed */
    public NetworkManagerConnections(Duration timeout) {
        this(Path.of("/"), Self.ofThisProcess(), timeout, new Reachability(new KernelTable(Path.of("/proc"))));
    }

    NetworkManagerConnections(Path root, Self self, Duration timeout, Reachability reachability) {
        this.root = root;
        this.self = self;
        this.timeout = timeout;
        this.reachability = reachability;
        this.note = new CheckpointNote(root.resolve("run/twin-network-checkpoint"));
    }

    @Override
    public Observation<LiveProfile> observe(Scope scope) {
        return switch (onBus(bus -> new Profiles(bus).all())) {
            case Answer.None<Listing>(var _, var reason) -> new Observation.Unavailable<>(inWords(reason));
            case Answer.Given<Listing>(var listing) -> new Look(scope, self).of(listing);
        };
    }

    private <T> Answer<T> onBus(Function<NetworkBus, Answer<T>> ask) {
        var socket = root.resolve("run/dbus/system_bus_socket");
        if (Files.notExists(socket)) {
            return new Answer.None<>("", NetworkBus.NOT_RUNNING);
        }
        return NetworkBus.open("unix:path=" + socket).then(opened -> {
            try (var bus = opened) {
                return ask.apply(bus);
            }
        });
    }

    private String inWords(String reason) {
        return reason.equals(NetworkBus.NOT_RUNNING) ? new Instead(root).inWords() : reason;
    }

    /** Where nobody can be asked, nothing is foreseen: what is not seen is not planned either. */
    @Override
    public Map<String, Forecast> forecast(List<NetworkAction> actions) {
        return onBus(bus -> new Foresight(new Profiles(bus), new Links(bus)).of(actions))
                        instanceof Answer.Given<Map<String, Forecast>>(var forecasts)
                ? forecasts
                : Map.of();
    }

    @Override
    public Optional<String> obstacle(NetworkAction action) {
        return self.lacksRoot();
    }

    /** One checkpoint for all of them. */
    @Override
    public List<List<NetworkAction>> transactions(List<NetworkAction> actions) {
        return actions.isEmpty() ? List.of() : List.of(List.copyOf(actions));
    }

    @Override
    public Attempt apply(List<NetworkAction> transaction, Progress progress) {
        var veil = new Veil("***", 1);
        var end = onBus(bus -> new Preparation(new Profiles(bus), new SecretOnDisk(ROOT, LONGEST_SECRET), veil)
                .of(transaction)
                .then(rewritings -> perform(bus, rewritings, progress)));
        return switch (end) {
            case Answer.None<Attempt>(var _, var reason) -> new Attempt.Refused(veil.over(inWords(reason)));
            case Answer.Given<Attempt>(Attempt.Refused(var reason)) -> new Attempt.Refused(veil.over(reason));
            case Answer.Given<Attempt>(Attempt.TakenBack(var why)) -> new Attempt.TakenBack(veil.over(why));
            case Answer.Given<Attempt>(var attempt) -> attempt;
        };
    }

    private Answer<Attempt> perform(NetworkBus bus, List<Rewriting> rewritings, Progress progress) {
        if (rewritings.isEmpty()) {
            return new Answer.Given<>(new Attempt.Ran());
        }
        try {
            var end = new ChangeOver(bus, ticker, reachability, note).perform(rewritings, timeout, progress);
            return new Answer.Given<>(
                    switch (end) {
                        case End.Refused(var reason) -> new Attempt.Refused(reason);
                        case End.TakenBack(var why, var remains) ->
                            new Attempt.TakenBack(why
                                    + remains.map(rest -> "; not all of it: " + rest)
                                            .orElse(""));
                        case End.Standing(var standing, var left, var sign) -> {
                            trial = Optional.of(standing);
                            yield new Attempt.OnProbation(left, sign);
                        }
                    });
        } catch (IOException broken) {
            return new Answer.None<>("", "what the kernel knows of the network cannot be read: " + broken.getMessage());
        }
    }

    @Override
    public Attempt keep(List<NetworkAction> transaction) {
        return withCheckpoint((bus, checkpoint) -> {
            var checkpoints = new Checkpoints(bus);
            return checkpoints
                    .isOpen(checkpoint)
                    .then(open -> open
                            ? checkpoints.forget(checkpoint).map(_ -> new Attempt.Ran())
                            : new Answer.None<>("", TOO_LATE));
        });
    }

    @Override
    public Attempt takeBack(List<NetworkAction> transaction) {
        return withCheckpoint((bus, checkpoint) -> {
            var back = trial.orElseGet(() -> new Trial(checkpoint, List.of(), List.of()));
            return new TakingBack(bus, ticker, note)
                    .of(back)
                    .<Answer<Attempt>>map(remains -> new Answer.None<>("", remains))
                    .orElseGet(() -> new Answer.Given<>(new Attempt.Ran()));
        });
    }

    /** A twin that was killed may have left a checkpoint open; who comes after it must not wait for that to end. */
    @Override
    public Attempt mend(List<NetworkAction> cutOff, Progress progress) {
        return takeBack(cutOff);
    }

    /** Twin's own checkpoint, of this process or of one that is gone; where there is none, there is nothing to do. */
    private Attempt withCheckpoint(BiFunction<NetworkBus, Checkpoint, Answer<Attempt>> act) {
        try {
            var known = trial.map(Trial::checkpoint);
            var checkpoint = known.isPresent() ? known : note.read();
            if (checkpoint.isEmpty()) {
                return new Attempt.Ran();
            }
            var end = onBus(bus -> act.apply(bus, checkpoint.get()));
            trial = Optional.empty();
            return switch (end) {
                case Answer.Given<Attempt>(var attempt) -> attempt;
                case Answer.None<Attempt>(var _, var reason) -> new Attempt.Refused(inWords(reason));
            };
        } catch (IOException unreadable) {
            return new Attempt.Refused("the note of twin's checkpoint cannot be read: " + unreadable.getMessage());
        }
    }
}
