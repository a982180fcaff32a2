package dev.twinsync.domain.containers;

import dev.twinsync.domain.Step;
import dev.twinsync.domain.containers.ContainerAction.Replace;
import dev.twinsync.domain.containers.ContainerAction.Start;
import dev.twinsync.domain.containers.ContainerAction.Stop;
import dev.twinsync.domain.containers.ContainerAction.Update;
import dev.twinsync.domain.containers.DesiredContainer.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to do about one container that is wanted and there. */
record ContainerDecision(ContainerEngine engine, Present wanted, LiveContainer seen) {

    Stream<Step<ContainerAction>> steps() {
        if (wanted.spec().isolation().isBeyond(engine)) {
            return blocked(Containers.UNTOLD_RIGHTS);
        }
        var steps = necessary().toList();
        return steps.isEmpty() || seen.whoseElse().isEmpty()
                ? steps.stream()
                : blocked(seen.whoseElse().get());
    }

    private Stream<Step<ContainerAction>> necessary() {
        var aspects = new ArrayList<>(new Difference(wanted.spec(), seen).aspects());
        if (!engine.updatesInPlace() && anotherRestart().isPresent()) {
            aspects.add("restart policy");
        }
        return aspects.isEmpty()
                ? Stream.of(starting(), stopping(), updating()).flatMap(step -> step)
                : replace(aspects);
    }

    private Stream<Step<ContainerAction>> replace(List<String> aspects) {
        if (wanted.isMasked()) {
            return blocked(Containers.MASKED);
        }
        if (isPaused()) {
            return blocked("it is paused; unpause it before it is replaced");
        }
        var silent = movesWithoutPorts();
        if (silent.isPresent() && hasPorts()) {
            return blocked("its ports cannot be published with network_mode: " + silent.get() + "; declare ports: []");
        }
        if (aspects.contains(Difference.COMMAND)
                && wanted.spec().isWordless(wanted.spec().entrypoint().or(seen::entrypoint))) {
            return blocked(Containers.WORDLESS);
        }
        return lost().map(ContainerDecision.this::nothingToKeep)
                .orElseGet(() -> act(
                        new Replace(
                                wanted.name(), wanted.spec(), wanted.running().orElse(seen.isRunning())),
                        "declared with another " + String.join(", ", aspects)
                                + "; what it wrote outside of its volumes is lost"));
    }

    /** Where it moves and no engine publishes ports: Docker keeps them for later, Podman does not, and nobody reaches them. */
    private Optional<NetworkMode> movesWithoutPorts() {
        return wanted.spec()
                .isolation()
                .networkMode()
                .filter(mode ->
                        !mode.publishes() && !mode.equals(seen.isolation().networkMode()));
    }

    /** Whether it would still have some. */
    private boolean hasPorts() {
        return !wanted.spec().ports().orElse(seen.ports()).isEmpty();
    }

    /** A variable that is to be kept and is not there. */
    private Optional<String> lost() {
        return wanted.spec().kept().stream()
                .filter(name -> seen.variable(name).isEmpty())
                .findFirst();
    }

    private Stream<Step<ContainerAction>> nothingToKeep(String variable) {
        return blocked("it has no variable " + variable + " that could be kept; " + Containers.HOW_TO_GIVE);
    }

    private Stream<Step<ContainerAction>> updating() {
        return anotherRestart()
                .map(restart -> act(
                        new Update(wanted.name(), restart), "declared restart " + restart + ", has " + seen.restart()))
                .orElseGet(Stream::empty);
    }

    private Optional<RestartPolicy> anotherRestart() {
        return wanted.spec().restart().filter(restart -> !restart.equals(seen.restart()));
    }

    private Stream<Step<ContainerAction>> starting() {
        if (!wanted.running().orElse(false) || seen.status() == LiveContainer.Status.RUNNING) {
            return Stream.empty();
        }
        return isPaused()
                ? blocked("it is paused; unpause it")
                : act(new Start(wanted.name()), "declared running, not running");
    }

    private Stream<Step<ContainerAction>> stopping() {
        return !wanted.running().orElse(true) && seen.isRunning()
                ? act(new Stop(wanted.name()), "declared not running, running")
                : Stream.empty();
    }

    private boolean isPaused() {
        return seen.status() == LiveContainer.Status.PAUSED;
    }

    private static Stream<Step<ContainerAction>> act(ContainerAction action, String why) {
        return Stream.of(new Step.Do<>(action, why));
    }

    private Stream<Step<ContainerAction>> blocked(String reason) {
        return Stream.of(new Step.Blocked<>(wanted.key(), reason));
    }
}
