package dev.twinsync.domain.containers;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How containers that are there look in documents. */
final class LiveContainerShape {

    private static final Shape<List<String>> WORDS = Shape.list(Shape.text());
    private static final Shape<Map<String, String>> TEXTS = new TableShape<>(Shape.text());

    private LiveContainerShape() {}

    static final Shape<LiveContainer> LIVE = live();

    private static RecordShape<LiveContainer> live() {
        var name = required("name", ContainerName.SHAPE, LiveContainer::name);
        var image = required("image", ImageName.SHAPE, LiveContainer::image);
        var digests = withDefault("digests", Shape.list(Digest.SHAPE), List.of(), LiveContainer::digests);
        var imageId = optional("image_id", Digest.SHAPE, LiveContainer::imageId);
        var status = required("status", Shape.word(LiveContainer.Status.class), LiveContainer::status);
        var restart = withDefault("restart", RestartPolicy.SHAPE, RestartPolicy.NO, LiveContainer::restart);
        var command = optional("command", WORDS, LiveContainer::command);
        var entrypoint = optional("entrypoint", WORDS, LiveContainer::entrypoint);
        var ports = withDefault("ports", Shape.list(PublishedPort.SHAPE), List.of(), LiveContainer::ports);
        var volumes = withDefault("volumes", Shape.list(Volume.SHAPE), List.of(), LiveContainer::volumes);
        var environment = withDefault("environment", TEXTS, Map.of(), LiveContainer::environment);
        var labels = withDefault("labels", TEXTS, Map.of(), LiveContainer::labels);
        var isolation = IsolationShapes.SeenLines.of(LiveContainer::isolation);
        var inherited = withDefault("of_image", inherited(), Inherited.NOTHING, LiveContainer::inherited);
        var project = optional("project", Shape.text(), LiveContainer::project);
        var owner = optional("owner", Shape.text(), LiveContainer::owner);
        var lines = new ArrayList<Field<LiveContainer, ?>>(
                List.of(name, image, digests, imageId, status, restart, command, entrypoint, ports, volumes));
        lines.addAll(List.of(environment, labels));
        lines.addAll(isolation.all());
        lines.addAll(List.of(inherited, project, owner));
        return new RecordShape<>(
                lines,
                line -> new LiveContainer(
                        line.get(name),
                        line.get(image),
                        line.get(digests),
                        line.get(imageId),
                        line.get(status),
                        line.get(restart),
                        line.get(command),
                        line.get(entrypoint),
                        line.get(ports),
                        line.get(volumes),
                        line.get(environment),
                        line.get(labels),
                        isolation.read(line),
                        line.get(inherited),
                        line.get(project),
                        line.get(owner)));
    }

    private static RecordShape<Inherited> inherited() {
        var command = optional("command", WORDS, Inherited::command);
        var entrypoint = optional("entrypoint", WORDS, Inherited::entrypoint);
        var environment = withDefault("environment", TEXTS, Map.of(), Inherited::environment);
        var labels = withDefault("labels", TEXTS, Map.of(), Inherited::labels);
        return new RecordShape<>(
                List.of(command, entrypoint, environment, labels),
                line -> new Inherited(
                        line.get(command), line.get(entrypoint), line.get(environment), line.get(labels)));
    }
}
