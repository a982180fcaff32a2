package dev.twinsync.domain.services;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.services.ServiceAction.Disable;
import dev.twinsync.domain.services.ServiceAction.Enable;
import dev.twinsync.domain.services.ServiceAction.Mask;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.ServiceAction.Start;
import dev.twinsync.domain.services.ServiceAction.Stop;
import dev.twinsync.domain.services.ServiceAction.Unmask;
import dev.twinsync.domain.shape.Shape;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of services. */
public final class Services implements Kind<DesiredService, LiveService, ServiceAction> {

    @Override
    public String name() {
        return "services";
    }

    @Override
    public Action.Stage stage() {
        return Action.Stage.SERVICES;
    }

    @Override
    public Shape<DesiredService> desired() {
        return ServiceShapes.DESIRED;
    }

    @Override
    public Shape<LiveService> live() {
        return ServiceShapes.LIVE;
    }

    @Override
    public Shape<ServiceAction> action() {
        return ServiceShapes.ACTION;
    }

    @Override
    public Stream<Step<ServiceAction>> decide(Pair<DesiredService, LiveService> pair) {
        return switch (pair) {
            case Pair.Missing(var wanted) when asksTooMuchOfTemplate(wanted) -> template(wanted);
            case Pair.Both(var wanted, var _) when asksTooMuchOfTemplate(wanted) -> template(wanted);
            case Pair.Missing(var wanted) -> missing(wanted);
            case Pair.Both(var wanted, var seen) -> new ServiceDecision(wanted, seen).steps();
            case Pair.Unmanaged(var _) -> Stream.empty();
        };
    }

    private static boolean asksTooMuchOfTemplate(DesiredService wanted) {
        return wanted.name().isTemplate()
                && (wanted.enabled().isPresent() || wanted.running().isPresent());
    }

    private static Stream<Step<ServiceAction>> template(DesiredService wanted) {
        return Stream.of(new Step.Blocked<>(
                wanted.key(),
                "it is a template; declare an instance of it, as "
                        + wanted.name().exampleOfInstance()));
    }

    /** A unit can be masked before it exists; for everything else something has to bring it first. */
    private static Stream<Step<ServiceAction>> missing(DesiredService wanted) {
        if (wanted.masked().orElse(false)) {
            return Stream.of(
                    new Step.Do<>(new Mask(wanted.name(), wanted.scope()), "declared masked, no such unit yet"));
        }
        return wanted.isPositive()
                ? Stream.of(new Step.Later<>(wanted.key(), "unit " + wanted.name()))
                : Stream.empty();
    }

    @Override
    public Optional<LiveService> after(Optional<LiveService> seen, ServiceAction action) {
        return switch (action) {
            case Enable _ -> seen.map(unit -> unit.withState(Optional.of(UnitFileState.ENABLED)));
            case Disable _ -> seen.map(unit -> unit.withState(Optional.of(UnitFileState.DISABLED)));
            case Start _ -> seen.map(LiveService::started);
            case Stop _ -> seen.flatMap(LiveService::stopped);
            case Mask(var name, var scope) ->
                Optional.of(seen.map(unit -> unit.withState(Optional.of(UnitFileState.MASKED)))
                        .orElseGet(() -> LiveService.steady(name, scope, UnitFileState.MASKED, false)));
            case Unmask _ -> seen.map(unit -> unit.isMasked() ? unit.withState(Optional.empty()) : unit);
            case Restart _ -> seen;
        };
    }

    /** That it is not masked can be asked of every unit, also of one that cannot be enabled and whose running means nothing. */
    @Override
    public DesiredService adopt(LiveService seen) {
        boolean masked = seen.isIn(UnitFileState.MASKED);
        return new DesiredService(
                seen.name(),
                seen.scope(),
                enablement(seen),
                seen.running().filter(running -> !running || !seen.isMasked()),
                Optional.of(masked).filter(_ -> masked || !seen.isMasked()));
    }

    /** A unit goes with the package or the file that brought it; what stands for one that is only masked is its mask. */
    @Override
    public Optional<DesiredService> absent(String key) {
        return UnitId.of(key)
                .map(unit -> new DesiredService(
                        unit.name(), unit.scope(), Optional.empty(), Optional.empty(), Optional.of(false)));
    }

    /** Empty where nobody can decide it: a static unit, a template, another name. */
    private static Optional<Boolean> enablement(LiveService seen) {
        boolean template = seen.name().isTemplate();
        return seen.state().flatMap(state -> switch (state) {
            case MASKED_RUNTIME -> Optional.of(false);
            case ENABLED -> Optional.of(true).filter(_ -> !template);
            case DISABLED, ENABLED_RUNTIME, LINKED, LINKED_RUNTIME ->
                Optional.of(false).filter(_ -> !template);
            case MASKED, ALIAS, STATIC, INDIRECT, GENERATED, TRANSIENT, NO_FILE, BAD -> Optional.empty();
        });
    }

    /**
     * What a person or a package decided: enabled, disabled or masked. That an enabled unit happens not to run is no
     * decision; that a disabled or masked one does not run must be said, for its package starts it when it comes.
     */
    @Override
    public Optional<DesiredService> firstWish(LiveService seen) {
        if (seen.name().isTemplate()) {
            return Optional.empty();
        }
        return seen.state().flatMap(state -> switch (state) {
            case ENABLED -> wish(seen, Optional.of(true), seen.running().filter(running -> running), Optional.empty());
            case DISABLED -> wish(seen, Optional.of(false), seen.running(), Optional.empty());
            case MASKED -> wish(seen, Optional.empty(), seen.running().filter(running -> !running), Optional.of(true));
            case ENABLED_RUNTIME,
                    LINKED,
                    LINKED_RUNTIME,
                    ALIAS,
                    MASKED_RUNTIME,
                    STATIC,
                    INDIRECT,
                    GENERATED,
                    TRANSIENT,
                    NO_FILE,
                    BAD -> Optional.empty();
        });
    }

    private static Optional<DesiredService> wish(
            LiveService seen, Optional<Boolean> enabled, Optional<Boolean> running, Optional<Boolean> masked) {
        return Optional.of(new DesiredService(seen.name(), seen.scope(), enabled, running, masked));
    }

    /** What a mask hid cannot be foretold, nor whether a changed neighbour starts the unit on demand from now on. */
    @Override
    public boolean fulfils(Optional<LiveService> expected, Optional<LiveService> found) {
        return found.isEmpty()
                ? expected.filter(foretold -> !foretold.wasOnlyMask()).isEmpty()
                : expected.filter(foretold -> foretold.foretells(found.get())).isPresent();
    }

    @Override
    public boolean isRemnant(LiveService seen) {
        return seen.isIn(UnitFileState.NO_FILE);
    }

    /** @param key a unit of the machine or of a user: {@code nginx.service}, {@code alice/foo.service} */
    @Override
    public Optional<ServiceAction> whenNotified(String key) {
        return UnitId.of(key).map(unit -> new Restart(unit.name(), unit.scope()));
    }

    /** Systemd restarts only what runs. */
    @Override
    public Optional<ServiceAction> whenFailed(String key) {
        return UnitId.of(key).map(unit -> new Start(unit.name(), unit.scope()));
    }

    /** Systemd refuses to restart what is masked. */
    @Override
    public boolean standsStill(Optional<DesiredService> wish, Optional<LiveService> seen) {
        return wish.map(DesiredService::isDown).orElse(false)
                || seen.map(LiveService::isHeldByMask).orElse(false);
    }

    @Override
    public Optional<String> neededToNotice(String key) {
        return UnitId.of(key).map(unit -> "unit " + unit.name());
    }
}
