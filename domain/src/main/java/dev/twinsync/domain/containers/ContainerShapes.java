package dev.twinsync.domain.containers;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.containers.ContainerAction.Create;
import dev.twinsync.domain.containers.ContainerAction.Remove;
import dev.twinsync.domain.containers.ContainerAction.Replace;
import dev.twinsync.domain.containers.ContainerAction.Start;
import dev.twinsync.domain.containers.ContainerAction.Stop;
import dev.twinsync.domain.containers.ContainerAction.Update;
import dev.twinsync.domain.containers.DesiredContainer.Absent;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How wishes for containers, and what is done about them, look in documents. */
final class ContainerShapes {

    private ContainerShapes() {}

    static final Shape<DesiredContainer> DESIRED = new TaggedShape<>(
            "ensure",
            Optional.of("present"),
            List.of(
                    new Variant<>("present", Present.class, present()),
                    new Variant<>("absent", Absent.class, named(Absent::name, Absent::new))));

    static final Shape<ContainerAction> ACTION = new TaggedShape<>(
            "op",
            Optional.empty(),
            List.of(
                    new Variant<>(
                            "create", Create.class, made(Create::name, Create::spec, Create::running, Create::new)),
                    new Variant<>(
                            "replace",
                            Replace.class,
                            made(Replace::name, Replace::spec, Replace::running, Replace::new)),
                    new Variant<>("update", Update.class, update()),
                    new Variant<>("start", Start.class, named(Start::name, Start::new)),
                    new Variant<>("stop", Stop.class, named(Stop::name, Stop::new)),
                    new Variant<>("remove", Remove.class, named(Remove::name, Remove::new))));

    /** The lines of a {@link ContainerSpec} in whatever has one. */
    private record SpecLines<R>(
            Field<R, Optional<ImageName>> image,
            Field<R, Optional<Digest>> digest,
            Field<R, Optional<RestartPolicy>> restart,
            Field<R, Optional<List<String>>> command,
            Field<R, Optional<List<String>>> entrypoint,
            Field<R, Optional<List<PublishedPort>>> ports,
            Field<R, Optional<List<Volume>>> volumes,
            Field<R, Optional<Map<String, VariableWish>>> environment,
            Field<R, Optional<Map<String, String>>> labels,
            IsolationShapes.WishLines<R> isolation) {

        static <R> SpecLines<R> of(Function<R, ContainerSpec> spec) {
            return new SpecLines<>(
                    optional("image", ImageName.SHAPE, spec.andThen(ContainerSpec::image)),
                    optional("digest", Digest.SHAPE, spec.andThen(ContainerSpec::digest)),
                    optional("restart", RestartPolicy.SHAPE, spec.andThen(ContainerSpec::restart)),
                    optional("command", Shape.list(Shape.text()), spec.andThen(ContainerSpec::command)),
                    optional("entrypoint", Shape.list(Shape.text()), spec.andThen(ContainerSpec::entrypoint)),
                    optional("ports", Shape.list(PublishedPort.SHAPE), spec.andThen(ContainerSpec::ports)),
                    optional("volumes", Shape.list(Volume.SHAPE), spec.andThen(ContainerSpec::volumes)),
                    optional(
                            "environment",
                            new TableShape<>(new VariableShape()),
                            spec.andThen(ContainerSpec::environment)),
                    optional("labels", new TableShape<>(Shape.text()), spec.andThen(ContainerSpec::labels)),
                    IsolationShapes.WishLines.of(spec.andThen(ContainerSpec::isolation)));
        }

        List<Field<R, ?>> between(Field<R, ?> name, Field<R, ?> running) {
            var lines = new ArrayList<Field<R, ?>>(List.of(name, image, digest, running));
            lines.addAll(List.of(restart, command, entrypoint, ports, volumes, environment, labels));
            lines.addAll(isolation.all());
            return lines;
        }

        ContainerSpec read(RecordShape.Values line) {
            return new ContainerSpec(
                    line.get(image),
                    line.get(digest),
                    line.get(restart),
                    line.get(command),
                    line.get(entrypoint),
                    line.get(ports),
                    line.get(volumes),
                    line.get(environment),
                    line.get(labels),
                    isolation.read(line));
        }
    }

    private static RecordShape<Present> present() {
        var name = required("name", ContainerName.SHAPE, Present::name);
        var running = optional("running", Shape.truth(), Present::running);
        var spec = SpecLines.of(Present::spec);
        return new RecordShape<>(
                spec.between(name, running), line -> new Present(line.get(name), spec.read(line), line.get(running)));
    }

    /** Makes an action that is told by the name and what the container is made of. */
    private interface Making<A> {
        A of(ContainerName name, ContainerSpec spec, boolean running);
    }

    private static <A> RecordShape<A> made(
            Function<A, ContainerName> getName,
            Function<A, ContainerSpec> getSpec,
            Function<A, Boolean> getRunning,
            Making<A> constructor) {
        var name = required("name", ContainerName.SHAPE, getName);
        var running = required("running", Shape.truth(), getRunning);
        var spec = SpecLines.of(getSpec);
        return new RecordShape<>(
                spec.between(name, running),
                line -> constructor.of(line.get(name), spec.read(line), line.get(running)));
    }

    private static RecordShape<Update> update() {
        var name = required("name", ContainerName.SHAPE, Update::name);
        var restart = required("restart", RestartPolicy.SHAPE, Update::restart);
        return new RecordShape<>(List.of(name, restart), line -> new Update(line.get(name), line.get(restart)));
    }

    private static <E> RecordShape<E> named(Function<E, ContainerName> getter, Function<ContainerName, E> constructor) {
        var name = required("name", ContainerName.SHAPE, getter);
        return new RecordShape<>(List.of(name), line -> constructor.apply(line.get(name)));
    }
}
