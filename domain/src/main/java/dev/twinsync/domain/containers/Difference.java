package dev.twinsync.domain.containers;

import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.domain.containers.VariableWish.Keep;
import dev.twinsync.domain.containers.VariableWish.Plain;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a container is not as a wish names it and cannot be changed in place. */
record Difference(ContainerSpec wanted, LiveContainer seen) {

    static final String COMMAND = "command";

    /** In words, without values: they may be long or secret. */
    List<String> aspects() {
        var own = Stream.of(
                        aspect("image", isImage()),
                        aspect("digest", wanted.content().isEmpty() || hasContent()),
                        aspect(
                                COMMAND,
                                isEqual(
                                        wanted.command(),
                                        seen.command(),
                                        seen.inherited().command())),
                        aspect(
                                "entrypoint",
                                isEqual(
                                        wanted.entrypoint(),
                                        seen.entrypoint(),
                                        seen.inherited().entrypoint())),
                        aspect(
                                "ports",
                                wanted.ports()
                                        .filter(ports -> !ports.equals(seen.ports()))
                                        .isEmpty()),
                        aspect(
                                "volumes",
                                wanted.volumes()
                                        .filter(volumes -> !areThere(volumes, seen.volumes()))
                                        .isEmpty()),
                        aspect(
                                "environment",
                                wanted.environment()
                                        .filter(wish -> !isSet(wish))
                                        .isEmpty()),
                        aspect(
                                "labels",
                                wanted.labels().filter(wish -> !areLabels(wish)).isEmpty()))
                .flatMap(Optional::stream);
        return Stream.concat(own, wanted.isolation().aspects(seen.isolation())).toList();
    }

    static Optional<String> aspect(String name, boolean agrees) {
        return agrees ? Optional.empty() : Optional.of(name);
    }

    /** Where content is wished for, the tag is but a remark beside it. */
    private boolean isImage() {
        return wanted.image()
                .filter(image -> !image.equals(seen.image()))
                .filter(image -> image.isId()
                        ? !seen.imageId()
                                .map(id -> id.text().equals(image.text()))
                                .orElse(false)
                        : !image.isSameRepository(seen.image())
                                || wanted.content().isEmpty()
                                        && !image.tag().equals(seen.image().tag()))
                .isEmpty();
    }

    private boolean hasContent() {
        return wanted.content().filter(seen.digests()::contains).isPresent();
    }

    private static boolean isEqual(
            Optional<List<String>> wish, Optional<List<String>> own, Optional<List<String>> inherited) {
        return wish.isEmpty() || wish.equals(own.or(() -> inherited));
    }

    /** Volumes without a name come from the image; only those that are named must be there. */
    static boolean areThere(List<Volume> wish, List<Volume> found) {
        return named(wish).equals(named(found)) && new HashSet<>(found).containsAll(wish);
    }

    private static List<Volume> named(List<Volume> volumes) {
        return volumes.stream().filter(Predicate.not(Volume::isAnonymous)).collect(Collectors.toList());
    }

    private boolean isSet(Map<String, VariableWish> wish) {
        return wish.keySet().containsAll(seen.environment().keySet())
                && wish.entrySet().stream().allMatch(variable -> isSet(variable.getKey(), variable.getValue()));
    }

    /** What twin does not know it cannot compare: that the variable is there has to do. */
    private boolean isSet(String name, VariableWish wish) {
        return switch (wish) {
            case Plain(var text) -> seen.variable(name).equals(Optional.of(text));
            case FromFile _, Keep _ -> seen.variable(name).isPresent();
        };
    }

    private boolean areLabels(Map<String, String> wish) {
        return wish.keySet().containsAll(seen.labels().keySet())
                && wish.entrySet().stream()
                        .allMatch(label -> seen.label(label.getKey()).equals(Optional.of(label.getValue())));
    }
}
