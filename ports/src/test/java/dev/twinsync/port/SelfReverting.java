package dev.twinsync.port;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A simulated component that takes back by itself what is not kept in time, whether or not the twin that changed it is still
 * there: as NetworkManager does with its checkpoints.
 */
public final class SelfReverting<L extends Keyed, A extends Action> implements Relay<L, A> {

    public static final Duration TIME = Duration.ofSeconds(60);
    public static final String SIGN = "10.77.0.1 answers";
    private static final Attempt GONE = new Attempt.Refused("it was taken back already");

    private record Checkpoint<L>(List<L> before, Duration until) {}

    private final Simulated<?, L, A> machine;
    private final SimulatedTicker ticker;
    private final Runnable boundary;
    private Optional<Checkpoint<L>> open = Optional.empty();

    /** @param boundary what happens before and after everything that is asked of it; it may throw */
    public SelfReverting(Simulated<?, L, A> machine, SimulatedTicker ticker, Runnable boundary) {
        this.machine = machine;
        this.ticker = ticker;
        this.boundary = boundary;
    }

    @Override
    public Backend<L, A> backend() {
        return machine;
    }

    /** Whether something is on probation just now. */
    public boolean isOpen() {
        return open.isPresent();
    }

    @Override
    public Observation<L> observe(List<A> actions, Set<String> also) {
        boundary.run();
        return Relay.super.observe(actions, also);
    }

    @Override
    public Attempt apply(List<A> transaction, Progress progress) {
        boundary.run();
        var checkpoint = new Checkpoint<>(machine.things(), ticker.now().plus(TIME));
        open = Optional.of(checkpoint);
        ticker.after(TIME, () -> revert(checkpoint));
        var attempt = machine.apply(transaction, progress);
        if (attempt instanceof Attempt.Refused) {
            revert(checkpoint);
            return attempt;
        }
        boundary.run();
        return new Attempt.OnProbation(TIME, SIGN);
    }

    private void revert(Checkpoint<L> checkpoint) {
        if (open.equals(Optional.of(checkpoint))) {
            machine.restore(checkpoint.before());
            open = Optional.empty();
        }
    }

    @Override
    public Attempt keep(List<A> transaction) {
        return end(() -> open = Optional.empty());
    }

    @Override
    public Attempt takeBack(List<A> transaction) {
        return end(() -> open.ifPresent(this::revert));
    }

    private Attempt end(Runnable how) {
        boundary.run();
        if (open.isEmpty()) {
            return GONE;
        }
        how.run();
        boundary.run();
        return new Attempt.Ran();
    }

    @Override
    public Attempt mend(List<A> cutOff, Progress progress) {
        boundary.run();
        open.ifPresent(this::revert);
        return Relay.super.mend(cutOff, progress);
    }
}
