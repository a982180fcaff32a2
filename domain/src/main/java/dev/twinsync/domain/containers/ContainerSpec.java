package dev.twinsync.domain.containers;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.containers.VariableWish.Keep;
import dev.twinsync.domain.containers.VariableWish.Plain;
import dev.twinsync.domain.secrets.Mask;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a container is made of. What is left out is as the image says, and in a container that is there as it is; what is named
 * is exact.
 *
 * @param digest exactly this content of the image, as its registry calls it
 * @param command what it runs, with its arguments
 * @param environment by name, without what the image sets itself
 * @param labels by name, without the image's own
 */
public record ContainerSpec(
        Optional<ImageName> image,
        Optional<Digest> digest,
        Optional<RestartPolicy> restart,
        Optional<List<String>> command,
        Optional<List<String>> entrypoint,
        Optional<List<PublishedPort>> ports,
        Optional<List<Volume>> volumes,
        Optional<Map<String, VariableWish>> environment,
        Optional<Map<String, String>> labels,
        IsolationWish isolation) {

    /** Labels by which twin knows its own containers; nobody else sets them. */
    public static final String OWN_LABELS = "dev.twinsync.";

    public ContainerSpec {
        if (digest.isPresent() && image.isEmpty()) {
            throw new IllegalArgumentException("a digest without an image: say which image has it");
        }
        if (digest.isPresent() && image.filter(ImageName::isId).isPresent()) {
            throw new IllegalArgumentException("the id of an image and a digest: say one of them");
        }
        command.ifPresent(words -> ContainerText.checkAll("the command", words));
        entrypoint.ifPresent(words -> ContainerText.checkAll("the entrypoint", words));
        ports = ports.map(Sorted::distinct);
        volumes = volumes.map(Sorted::distinct);
        volumes.ifPresent(ContainerSpec::checkPlaces);
        environment.ifPresent(variables -> ContainerText.checkNames("variable", variables));
        environment = environment.map(variables -> Collections.unmodifiableMap(new TreeMap<>(variables)));
        checkPublished(ports, isolation);
        labels.ifPresent(ContainerSpec::checkLabels);
        labels = labels.map(values -> Collections.unmodifiableMap(new TreeMap<>(values)));
    }

    private static void checkPlaces(List<Volume> volumes) {
        if (volumes.stream().map(Volume::place).distinct().count() < volumes.size()) {
            throw new IllegalArgumentException("two volumes at the same place");
        }
    }

    private static void checkPublished(Optional<List<PublishedPort>> ports, IsolationWish isolation) {
        var mode = isolation.networkMode().filter(chosen -> !chosen.publishes());
        if (mode.isPresent() && ports.filter(some -> !some.isEmpty()).isPresent()) {
            throw new IllegalArgumentException("ports beside network_mode: " + mode.get()
                    + ": an engine publishes none there; leave one of them out");
        }
    }

    private static void checkLabels(Map<String, String> labels) {
        ContainerText.checkNames("label", labels);
        labels.values().forEach(value -> ContainerText.check("a label", value));
        if (labels.keySet().stream().anyMatch(name -> name.startsWith(OWN_LABELS))) {
            throw new IllegalArgumentException("labels that begin with " + OWN_LABELS + " are twin's own");
        }
    }

    /** The content that must be there, said in either way. */
    Optional<Digest> content() {
        return digest.or(() -> image.flatMap(ImageName::digest));
    }

    /** By which name the engine is asked for the image. */
    public Optional<ImageName> reference() {
        return image.map(name -> digest.map(name::at).orElse(name));
    }

    /** How far a new container goes that is made of it. */
    Reach reach() {
        return Reach.of(isolation.over(Isolation.USUAL), volumes.orElse(List.of()));
    }

    /** The variables that are to stay as the container has them. */
    public List<String> kept() {
        return environment.orElse(Map.of()).entrySet().stream()
                .filter(variable -> variable.getValue() instanceof Keep)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Whether it asks for a command that nobody can give it: without a word, where no entrypoint is chosen that could do without.
     *
     * @param chosen the entrypoint, if it is not that of the image
     */
    boolean isWordless(Optional<List<String>> chosen) {
        return command.filter(List::isEmpty).isPresent()
                && chosen.orElse(List.of()).isEmpty();
    }

    /** Whether a mask stands in it in the place of a secret. */
    boolean isMasked() {
        var texts = Stream.of(
                        command.stream().flatMap(List::stream),
                        entrypoint.stream().flatMap(List::stream))
                .flatMap(words -> words);
        var values = labels.orElse(Map.of()).values().stream();
        return Stream.concat(texts, values).anyMatch(Mask::isIn)
                || environment.orElse(Map.of()).values().stream()
                        .anyMatch(wish -> wish instanceof Plain plain && plain.isMasked());
    }
}
