package dev.twinsync.port;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes only where somebody waits for it, or a test lets it pass. */
public final class SimulatedTicker implements Ticker {

    private record Event(Duration time, Runnable what) {}

    private final List<Event> ahead = new ArrayList<>();
    private Duration now = Duration.ofHours(7);

    @Override
    public Duration now() {
        return now;
    }

    @Override
    public void pause(Duration time) {
        var end = now.plus(time);
        for (var next = next(end); !next.isEmpty(); next = next(end)) {
            var event = next.getFirst();
            ahead.remove(event);
            now = event.time().compareTo(now) > 0 ? event.time() : now;
            event.what().run();
        }
        now = end.compareTo(now) > 0 ? end : now;
    }

    private List<Event> next(Duration end) {
        return ahead.stream()
                .filter(event -> event.time().compareTo(end) <= 0)
                .sorted(Comparator.comparing(Event::time))
                .limit(1)
                .toList();
    }

    /** What happens once so much time has passed. */
    public void after(Duration time, Runnable what) {
        ahead.add(new Event(now.plus(time), what));
    }
}
