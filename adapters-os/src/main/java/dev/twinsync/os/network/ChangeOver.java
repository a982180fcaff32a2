package dev.twinsync.os.network;

import dev.twinsync.os.network.Checkpoints.Checkpoint;
import dev.twinsync.os.network.Links.Device;
import dev.twinsync.os.network.Reachability.Answering;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A transaction inside a checkpoint, and what comes of it. */
final class ChangeOver {

    private static final Duration MOMENT = Duration.ofMillis(500);
    private static final int SHARES = 6;
    private static final int SHARES_FOR_DEVICES = 2;

    private final NetworkBus bus;
    private final Ticker ticker;
    private final Reachability reachability;
    private final CheckpointNote note;

    ChangeOver(NetworkBus bus, Ticker ticker, Reachability reachability, CheckpointNote note) {
        this.bus = bus;
        this.ticker = ticker;
        this.reachability = reachability;
        this.note = note;
    }

    /** How it ended. */
    sealed interface End {

        /** @param left until NetworkManager takes it back
         * @param sign what speaks for it */
        record Standing(Trial trial, Duration left, String sign) implements End {}

        /** @param remains what could not be brought back */
        record TakenBack(String why, Optional<String> remains) implements End {}

        /** Nothing was changed. */
        record Refused(String reason) implements End {}
    }

    /** @param timeout after which NetworkManager takes it back by itself */
    End perform(List<Rewriting> rewritings, Duration timeout, Progress progress) throws IOException {
        progress.at(0, "look who answers");
        var before = reachability.now();
        return switch (new Links(bus).devices()) {
            case Answer.None<List<Device>>(var _, var reason) -> new End.Refused(reason);
            case Answer.Given<List<Device>>(var devices) -> {
                var connected = devices.stream()
                        .filter(Device::isConnected)
                        .map(Device::name)
                        .toList();
                var end = ticker.now().plus(timeout);
                yield switch (new Checkpoints(bus).create(timeout)) {
                    case Answer.None<Checkpoint>(var _, var reason) -> new End.Refused(reason);
                    case Answer.Given<Checkpoint>(var checkpoint) ->
                        inside(new Trial(checkpoint, rewritings, connected), before, end, timeout, progress);
                };
            }
        };
    }

    private End inside(Trial trial, Answering before, Duration end, Duration timeout, Progress progress) {
        var trouble = attempt(trial, before, timeout.dividedBy(SHARES), progress);
        if (trouble.isEmpty()) {
            progress.at(100, "done");
            return new End.Standing(trial, end.minus(ticker.now()), before.sign());
        }
        progress.at(90, "take it back");
        return new End.TakenBack(trouble.get(), new TakingBack(bus, ticker, note).of(trial));
    }

    /** Whatever is wrong with it, the checkpoint is not to be left open. */
    private Optional<String> attempt(Trial trial, Answering before, Duration share, Progress progress) {
        try {
            note.write(trial.checkpoint());
            return trouble(trial, before, share, progress);
        } catch (IOException broken) {
            return Optional.of("who answers could not be found out: " + broken.getMessage());
        }
    }

    private Optional<String> trouble(Trial trial, Answering before, Duration share, Progress progress)
            throws IOException {
        return switch (new Transaction(bus, ticker).perform(trial.rewritings(), progress)) {
            case Answer.None<Settling>(var _, var reason) -> Optional.of(reason);
            case Answer.Given<Settling>(var settling) -> {
                progress.at(50, "wait for the devices");
                var trouble = settling.trouble(share.multipliedBy(SHARES_FOR_DEVICES));
                progress.at(80, "look who answers");
                yield trouble.isPresent() ? trouble : loss(before, share);
            }
        };
    }

    /** Who does not answer within that time. */
    private Optional<String> loss(Answering before, Duration limit) throws IOException {
        var end = ticker.now().plus(limit);
        ticker.pause(MOMENT);
        var loss = reachability.loss(before);
        while (loss.isPresent() && ticker.now().compareTo(end) < 0) {
            ticker.pause(MOMENT);
            loss = reachability.loss(before);
        }
        return loss;
    }
}
