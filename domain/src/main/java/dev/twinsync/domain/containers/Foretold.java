package dev.twinsync.domain.containers;

import dev.twinsync.domain.containers.LiveContainer.Status;
import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.domain.containers.VariableWish.Keep;
import dev.twinsync.domain.containers.VariableWish.Plain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a container will be, and whether one that is there is that. */
final class Foretold {

    private Foretold() {}

    /** @param image where the wish names none, nobody can make it */
    static Optional<LiveContainer> made(ContainerName name, ContainerSpec spec, boolean running) {
        return spec.reference()
                .map(image -> new LiveContainer(
                        name,
                        image,
                        spec.content().stream().toList(),
                        Optional.empty(),
                        running ? Status.RUNNING : Status.STOPPED,
                        spec.restart().orElse(RestartPolicy.NO),
                        spec.command(),
                        spec.entrypoint(),
                        spec.ports().orElse(List.of()),
                        spec.volumes().orElse(List.of()),
                        variables(spec.environment().orElse(Map.of()), Map.of()),
                        spec.labels().orElse(Map.of()),
                        spec.isolation().over(Isolation.USUAL),
                        Inherited.NOTHING,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** A tag may stand for another image by now, so which one it will be is not foretold. */
    static LiveContainer replaced(LiveContainer seen, ContainerSpec spec, boolean running) {
        return new LiveContainer(
                seen.name(),
                spec.reference().orElse(seen.image()),
                spec.content().stream().toList(),
                Optional.empty(),
                running ? Status.RUNNING : Status.STOPPED,
                spec.restart().orElse(seen.restart()),
                spec.command().or(seen::command),
                spec.entrypoint().or(seen::entrypoint),
                spec.ports().orElse(seen.ports()),
                spec.volumes().orElse(seen.volumes()),
                spec.environment().map(wish -> variables(wish, all(seen))).orElse(seen.environment()),
                spec.labels().orElse(seen.labels()),
                spec.isolation().over(seen.isolation()),
                seen.inherited(),
                seen.project(),
                seen.owner());
    }

    private static Map<String, String> all(LiveContainer seen) {
        var all = new TreeMap<>(seen.inherited().environment());
        all.putAll(seen.environment());
        return all;
    }

    private static Map<String, String> variables(Map<String, VariableWish> wish, Map<String, String> before) {
        var variables = new TreeMap<String, String>();
        wish.forEach((name, value) -> variables.put(
                name,
                switch (value) {
                    case Plain(var text) -> text;
                    case FromFile _ -> LiveContainer.UNTOLD;
                    case Keep _ -> before.getOrDefault(name, LiveContainer.UNTOLD);
                }));
        return variables;
    }

    /** The image may bring content, volumes, variables and labels of its own that nobody foretold. */
    static boolean isMet(LiveContainer expected, LiveContainer found) {
        return isImage(expected, found)
                && expected.status() == found.status()
                && expected.restart().equals(found.restart())
                && isWords(
                        expected.command(), found.command(), found.inherited().command())
                && isWords(
                        expected.entrypoint(),
                        found.entrypoint(),
                        found.inherited().entrypoint())
                && expected.ports().equals(found.ports())
                && expected.isolation().equals(found.isolation())
                && Difference.areThere(expected.volumes(), found.volumes())
                && areVariables(expected, found)
                && expected.labels().keySet().containsAll(found.labels().keySet())
                && expected.labels().entrySet().stream()
                        .allMatch(label -> found.label(label.getKey()).equals(Optional.of(label.getValue())));
    }

    private static boolean isImage(LiveContainer expected, LiveContainer found) {
        boolean named = expected.image().equals(found.image())
                || expected.image().isSameRepository(found.image())
                        && (expected.image().tag().equals(found.image().tag())
                                || !expected.digests().isEmpty());
        return named && found.digests().containsAll(expected.digests());
    }

    private static boolean isWords(
            Optional<List<String>> expected, Optional<List<String>> own, Optional<List<String>> inherited) {
        return expected.isEmpty() ? own.isEmpty() : expected.equals(own.or(() -> inherited));
    }

    private static boolean areVariables(LiveContainer expected, LiveContainer found) {
        return expected.environment().keySet().containsAll(found.environment().keySet())
                && expected.environment().entrySet().stream()
                        .allMatch(variable -> found.variable(variable.getKey())
                                .filter(value -> variable.getValue().equals(LiveContainer.UNTOLD)
                                        || variable.getValue().equals(value))
                                .isPresent());
    }
}
