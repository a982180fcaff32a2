package dev.twinsync.flow.plan;

import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.run.LastRun;
import dev.twinsync.flow.view.View;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when a plan may be carried out, and when it was made: by the clock, and after the last plan that was carried out.
 *
 * @param now by a clock that may have been set since
 * @param last what the machine remembers; empty: it carried nothing out yet
 */
public record Validity(Instant now, Optional<LastRun> last) {

    /** So much may a clock go back that is set right a little. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    public static Validity of(View view) throws IOException {
        return new Validity(Instant.parse(view.now()), Memory.of(view.runs()));
    }

    /** Now; or, in the same second or where the clock went back, a second after the last plan that was carried out. */
    public Instant createdAt() {
        return next().filter(now::isBefore).orElse(now);
    }

    private Optional<Instant> next() {
        return last.map(run -> Instant.parse(run.createdAt()).plusSeconds(1));
    }

    /** Why the plan must not be carried out any more. @param saved as twin wrote it */
    public Optional<String> objection(SavedPlan saved) {
        if (!now.isBefore(Instant.parse(saved.expiresAt()))) {
            return Optional.of("the plan expired at " + saved.expiresAt());
        }
        if (isOfWrongClock(Instant.parse(saved.createdAt()))) {
            return Optional.of("the plan was made at " + saved.createdAt()
                    + ", which is to come: the clock was set back since, and does not tell how old it is");
        }
        return last.filter(run -> run.isPast(saved))
                .map(_ -> "the plan was carried out already, or is older than the last one that was");
    }

    /** A plan that comes next after the last one is not: it may have had to be later than that, and expires by the clock as it is. */
    private boolean isOfWrongClock(Instant createdAt) {
        return createdAt.isAfter(now.plus(AHEAD))
                && next().filter(createdAt::equals).isEmpty();
    }
}
