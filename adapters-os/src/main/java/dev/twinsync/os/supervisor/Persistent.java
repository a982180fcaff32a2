package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.port.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks again where that is safe: another job that was in the way may be over in a while, and what is merely looked up may be asked for as
 * often as one likes. What changes something is never sent twice.
 */
record Persistent(SupervisorApi api, Ticker ticker) implements SupervisorApi {

    private static final int TIMES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** One call. */
    private interface Call<T> {
        T now() throws NoAnswer;
    }

    /** Which faults are over by themselves. */
    private interface Passing {
        boolean is(Fault fault);
    }

    private static boolean nothingWasDone(Fault fault) {
        return fault instanceof Fault.Busy || fault instanceof Fault.NotReady;
    }

    private static boolean mayBeAskedAgain(Fault fault) {
        return nothingWasDone(fault) || fault instanceof Fault.Dropped;
    }

    private <T> T repeat(Passing passing, Call<T> call) throws NoAnswer {
        var pause = FIRST_PAUSE;
        for (int again = 1; again < TIMES; again++) {
            try {
                return call.now();
            } catch (NoAnswer no) {
                if (!passing.is(no.fault()) || Thread.currentThread().isInterrupted()) {
                    throw no;
                }
            }
            ticker.pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        return call.now();
    }

    @Override
    public String way() {
        return api.way();
    }

    @Override
    public Optional<String> whyNoCore() {
        return api.whyNoCore();
    }

    @Override
    public boolean backsUpCore() {
        return api.backsUpCore();
    }

    @Override
    public Facts get(String path, Duration patience) throws NoAnswer {
        return repeat(Persistent::mayBeAskedAgain, () -> api.get(path, patience));
    }

    @Override
    public Facts post(String path, Tree body, Duration patience) throws NoAnswer {
        return repeat(Persistent::nothingWasDone, () -> api.post(path, body, patience));
    }

    @Override
    public Facts delete(String path, Duration patience) throws NoAnswer {
        return repeat(Persistent::nothingWasDone, () -> api.delete(path, patience));
    }

    @Override
    public Facts coreGet(String path, Duration patience) throws NoAnswer {
        return repeat(Persistent::mayBeAskedAgain, () -> api.coreGet(path, patience));
    }

    @Override
    public Facts corePost(String path, Tree body, Duration patience) throws NoAnswer {
        return repeat(Persistent::nothingWasDone, () -> api.corePost(path, body, patience));
    }

    /** Lines that were handed on are not taken back: a log is asked for once. */
    @Override
    public Optional<String> log(LogRequest request, Duration patience, LogListener listener) throws NoAnswer {
        return api.log(request, patience, listener);
    }
}
