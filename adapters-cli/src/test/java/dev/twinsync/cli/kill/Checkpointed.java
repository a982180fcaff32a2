package dev.twinsync.cli.kill;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Relay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A component that takes back what is not kept, also where the process that changed it was killed: by a file beside its own. */
record Checkpointed<L extends Keyed, A extends Action>(Persistent<?, L, A> machine, Path file) implements Relay<L, A> {

    private static final Duration TIME = Duration.ofMinutes(10);

    @Override
    public Backend<L, A> backend() {
        return machine;
    }

    @Override
    public Attempt apply(List<A> transaction, Progress progress) {
        if (!Files.exists(file)) {
            unchecked(() -> machine.copyTo(file));
        }
        var attempt = machine.apply(transaction, progress);
        return attempt instanceof Attempt.Refused ? attempt : new Attempt.OnProbation(TIME, "the toy answers");
    }

    @Override
    public Attempt keep(List<A> transaction) {
        return end(() -> Files.delete(file));
    }

    @Override
    public Attempt takeBack(List<A> transaction) {
        return end(() -> machine.becomes(file));
    }

    @Override
    public Attempt mend(List<A> cutOff, Progress progress) {
        end(() -> machine.becomes(file));
        return new Attempt.Ran();
    }

    private Attempt end(Work work) {
        if (!Files.exists(file)) {
            return new Attempt.Refused("it was taken back already");
        }
        unchecked(work);
        return new Attempt.Ran();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
