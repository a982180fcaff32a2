package dev.twinsync.domain.containers;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Keyed;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an engine knows of one container, without all that comes and goes by itself: ids, times, counters, addresses, health.
 *
 * @param image as it was named when the container was made
 * @param digests what registries call the image's content, under that name; none of an image that was built here
 * @param imageId the image itself; empty only where it is not known yet
 * @param command empty: the image's own
 * @param entrypoint empty: the image's own
 * @param environment by name, without what the image sets; a value that may not be shown is a mask
 * @param labels by name, without the image's
 * @param inherited what it has of its image and somebody asked about
 * @param owner who made it and answers for it, to stand behind "belongs to": {@code the compose project shop}
 */
public record LiveContainer(
        ContainerName name,
        ImageName image,
        List<Digest> digests,
        Optional<Digest> imageId,
        Status status,
        RestartPolicy restart,
        Optional<List<String>> command,
        Optional<List<String>> entrypoint,
        List<PublishedPort> ports,
        List<Volume> volumes,
        Map<String, String> environment,
        Map<String, String> labels,
        Isolation isolation,
        Inherited inherited,
        Optional<String> project,
        Optional<String> owner)
        implements Keyed {

    /** Whether it runs. One that ends and is started over and over counts as running. */
    public enum Status {
        RUNNING,
        STOPPED,
        PAUSED
    }

    /** A value that cannot be foretold; only the container has it. */
    static final String UNTOLD = "‹not foretold›";

    public LiveContainer {
        digests = Stream.concat(digests.stream(), image.digest().stream())
                .distinct()
                .sorted(Comparator.comparing(Digest::text))
                .toList();
        command = command.map(List::copyOf);
        entrypoint = entrypoint.map(List::copyOf);
        command.ifPresent(words -> ContainerText.checkAll("the command", words));
        entrypoint.ifPresent(words -> ContainerText.checkAll("the entrypoint", words));
        ports = Sorted.distinct(ports);
        volumes = Sorted.distinct(volumes);
        ContainerText.checkNames("variable", environment);
        environment.forEach((variable, value) -> ContainerText.check("the value of " + variable, value));
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        ContainerText.checkNames("label", labels);
        labels.forEach((label, value) -> ContainerText.check("the label " + label, value));
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    @Override
    public String key() {
        return name.text();
    }

    boolean isRunning() {
        return status != Status.STOPPED;
    }

    /** Why twin keeps its hands off; empty where it need not. */
    Optional<String> whoseElse() {
        return project.map(name -> "belongs to the compose project " + name + "; change it there")
                .or(() -> owner.map(name -> "belongs to " + name + "; change it there"));
    }

    /** What a variable is, whoever set it. */
    Optional<String> variable(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .or(() -> Optional.ofNullable(inherited.environment().get(variable)));
    }

    Optional<String> label(String label) {
        return Optional.ofNullable(labels.get(label))
                .or(() -> Optional.ofNullable(inherited.labels().get(label)));
    }

    LiveContainer withStatus(Status changed) {
        return new LiveContainer(
                name,
                image,
                digests,
                imageId,
                changed,
                restart,
                command,
                entrypoint,
                ports,
                volumes,
                environment,
                labels,
                isolation,
                inherited,
                project,
                owner);
    }

    LiveContainer withRestart(RestartPolicy changed) {
        return new LiveContainer(
                name,
                image,
                digests,
                imageId,
                status,
                changed,
                command,
                entrypoint,
                ports,
                volumes,
                environment,
                labels,
                isolation,
                inherited,
                project,
                owner);
    }
}
