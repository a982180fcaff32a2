package dev.twinsync.domain.containers;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a container has of its image and not by itself. A wish may name it all the same, and is then met.
 *
 * @param environment by name
 * @param labels by name
 */
public record Inherited(
        Optional<List<String>> command,
        Optional<List<String>> entrypoint,
        Map<String, String> environment,
        Map<String, String> labels) {

    public static final Inherited NOTHING = new Inherited(Optional.empty(), Optional.empty(), Map.of(), Map.of());

    public Inherited {
        command = command.map(List::copyOf);
        entrypoint = entrypoint.map(List::copyOf);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }
}
