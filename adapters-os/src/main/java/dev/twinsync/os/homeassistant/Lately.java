package dev.twinsync.os.homeassistant;

import dev.twinsync.os.Answer;
import dev.twinsync.port.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The Home Assistant that is meant, not looked for again for each of many questions that come at once. */
final class Lately {

    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private final Supplier<Answer<Installation>> which;
    private final Ticker ticker;
    private Optional<Answer<Installation>> last = Optional.empty();
    private Duration when = Duration.ZERO;

    Lately(Supplier<Answer<Installation>> which, Ticker ticker) {
        this.which = which;
        this.ticker = ticker;
    }

    synchronized Answer<Installation> found() {
        boolean isOld = ticker.now().minus(when).compareTo(A_WHILE) > 0;
        return last.isPresent() && !isOld ? last.get() : foundAnew();
    }

    synchronized Answer<Installation> foundAnew() {
        var answer = which.get();
        last = Optional.of(answer);
        when = ticker.now();
        return answer;
    }
}
