package dev.twinsync.os.containers;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import dev.twinsync.domain.containers.ImageName;
import dev.twinsync.domain.containers.IsolationWish;
import dev.twinsync.domain.containers.PublishedPort;
import dev.twinsync.domain.containers.RestartPolicy;
import dev.twinsync.domain.containers.VariableWish;
import dev.twinsync.domain.containers.VariableWish.Plain;
import dev.twinsync.domain.containers.Volume;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A wish for a container, word by word. */
record Wish(String name, ContainerSpec spec, Optional<Boolean> running) {

    static Wish of(String name, String image) {
        return new Wish(
                name,
                new ContainerSpec(
                        Optional.of(new ImageName(image)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        IsolationWish.NONE),
                Optional.empty());
    }

    Present wish() {
        return new Present(new ContainerName(name), spec, running);
    }

    Wish running(boolean wanted) {
        return new Wish(name, spec, Optional.of(wanted));
    }

    Wish digest(String digest) {
        return with(
                spec.restart(), spec.command(), spec.ports(), spec.volumes(), spec.environment(), Optional.of(digest));
    }

    Wish restart(String policy) {
        return with(
                Optional.of(new RestartPolicy(policy)),
                spec.command(),
                spec.ports(),
                spec.volumes(),
                spec.environment(),
                Optional.empty());
    }

    Wish command(String... words) {
        return with(
                spec.restart(),
                Optional.of(List.of(words)),
                spec.ports(),
                spec.volumes(),
                spec.environment(),
                Optional.empty());
    }

    Wish ports(String... ports) {
        var parsed = Stream.of(ports).map(PublishedPort::parse).toList();
        return with(
                spec.restart(),
                spec.command(),
                Optional.of(parsed),
                spec.volumes(),
                spec.environment(),
                Optional.empty());
    }

    Wish volumes(String... volumes) {
        var parsed = Stream.of(volumes).map(text -> read(Volume.SHAPE, text)).toList();
        return with(
                spec.restart(),
                spec.command(),
                spec.ports(),
                Optional.of(parsed),
                spec.environment(),
                Optional.empty());
    }

    Wish variable(String variable, String value) {
        return variable(variable, new Plain(value));
    }

    Wish variable(String variable, VariableWish value) {
        Map<String, VariableWish> all = new TreeMap<>(spec.environment().orElse(Map.of()));
        all.put(variable, value);
        return with(spec.restart(), spec.command(), spec.ports(), spec.volumes(), Optional.of(all), Optional.empty());
    }

    Wish isolated(IsolationWish isolation) {
        var changed = new ContainerSpec(
                spec.image(),
                spec.digest(),
                spec.restart(),
                spec.command(),
                spec.entrypoint(),
                spec.ports(),
                spec.volumes(),
                spec.environment(),
                spec.labels(),
                isolation);
        return new Wish(name, changed, running);
    }

    private Wish with(
            Optional<RestartPolicy> restart,
            Optional<List<String>> command,
            Optional<List<PublishedPort>> ports,
            Optional<List<Volume>> volumes,
            Optional<Map<String, VariableWish>> environment,
            Optional<String> digest) {
        var changed = new ContainerSpec(
                spec.image(),
                digest.map(Digest::new).or(spec::digest),
                restart,
                command,
                spec.entrypoint(),
                ports,
                volumes,
                environment,
                spec.labels(),
                spec.isolation());
        return new Wish(name, changed, running);
    }

    private static <T> T read(Shape<T> shape, String text) {
        return switch (shape.read(Tree.text(text))) {
            case Reading.Value<T>(var value) -> value;
            case Reading.Wrong<T>(var problems) -> throw new AssertionError(problems);
        };
    }
}
