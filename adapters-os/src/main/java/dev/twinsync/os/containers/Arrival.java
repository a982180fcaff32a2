package dev.twinsync.os.containers;

import java.time.Duration;

/** Waits until a container that was started is there to stay: healthy where it is checked, else running for a while. */
record Arrival(Engine engine, Patience patience) {

    /** What a look says of it. */
    private sealed interface Sign {

        record Up() implements Sign {}

        record Open() implements Sign {}

        record Down(String reason) implements Sign {}
    }

    void await(String id) throws NoAnswer {
        var begun = patience.ticker().now();
        var first = look(id);
        while (true) {
            var now = look(id);
            var waited = patience.since(begun);
            switch (sign(first, now, waited)) {
                case Sign.Up() -> {
                    return;
                }
                case Sign.Down(var reason) -> throw new NoAnswer(reason);
                case Sign.Open() -> pause();
            }
        }
    }

    private Container look(String id) throws NoAnswer {
        return engine.byId(id).orElseThrow(() -> new NoAnswer("it is gone as soon as it is started"));
    }

    private Sign sign(Container first, Container now, Duration waited) {
        if (now.isRestarting() || now.isRunning() && !now.startedAt().equals(first.startedAt())) {
            return new Sign.Down("it ends and is started again and again: " + end(now));
        }
        if (!now.isRunning()) {
            return new Sign.Down("it ended at once: " + end(now));
        }
        return switch (now.health()) {
            case "healthy" -> new Sign.Up();
            case "unhealthy" -> new Sign.Down("it is unhealthy");
            case "" -> waited.compareTo(patience.steady()) >= 0 ? new Sign.Up() : new Sign.Open();
            case String _ ->
                waited.compareTo(patience.limit()) < 0
                        ? new Sign.Open()
                        : new Sign.Down("it did not become healthy within "
                                + patience.limit().toSeconds() + " seconds");
        };
    }

    private static String end(Container container) {
        var error = container.facts().at("State", "Error").text();
        return "status " + container.facts().at("State", "ExitCode").text() + (error.isEmpty() ? "" : ", " + error);
    }

    /** An interrupt does not leave a container half made: it is there for the caller afterwards. */
    private void pause() throws NoAnswer {
        if (!patience.paused()) {
            throw new NoAnswer("twin was interrupted while it waited for the container");
        }
    }
}
