package dev.twinsync.domain.plugin;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * The documents that a plugin reads or writes.
 *
 * @param state what can be wished, in {@code state/} and {@code live/}
 * @param live what is only seen, in {@code live/}
 * @param logs its part of {@code state/logs_config.yaml}
 */
public record Provides(List<FragmentName> state, List<FragmentName> live, List<FragmentName> logs) {

    static final RecordShape<Provides> SHAPE = shape();

    public Provides {
        state = List.copyOf(state);
        live = List.copyOf(live);
        logs = List.copyOf(logs);
        if (state.isEmpty() && live.isEmpty() && logs.isEmpty()) {
            throw new IllegalArgumentException("a plugin provides something: state_fragments, or logs_fragments");
        }
    }

    private static RecordShape<Provides> shape() {
        var names = Shape.list(FragmentName.SHAPE);
        var state = withDefault("state_fragments", names, List.<FragmentName>of(), Provides::state);
        var live = withDefault("live_fragments", names, List.<FragmentName>of(), Provides::live);
        var logs = withDefault("logs_fragments", names, List.<FragmentName>of(), Provides::logs);
        return new RecordShape<>(
                List.of(state, live, logs), line -> new Provides(line.get(state), line.get(live), line.get(logs)));
    }
}
