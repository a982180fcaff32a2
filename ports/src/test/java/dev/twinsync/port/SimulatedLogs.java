package dev.twinsync.port;

import dev.twinsync.domain.logs.LogsConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log plugin that brings what it is told to bring, and remembers what it was asked for. */
public final class SimulatedLogs implements LogSource {

    private final String name;
    private final Optional<String> summary;
    private final List<Since> asked = new ArrayList<>();
    private Capture next = new Capture(List.of(), List.of(), List.of(), Map.of());

    public SimulatedLogs(String name) {
        this(name, Optional.empty());
    }

    /** @param summary as in {@link #summary} */
    public SimulatedLogs(String name, Optional<String> summary) {
        this.name = name;
        this.summary = summary;
    }

    @Override
    public Optional<String> summary() {
        return summary;
    }

    /** From here on each capture is this one. */
    public void bring(Capture capture) {
        next = capture;
    }

    /** Since when something was new, once for each capture. */
    public List<Since> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capture capture(LogsConfig wanted, Since since) {
        asked.add(since);
        return next;
    }
}
