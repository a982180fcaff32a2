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
            case Restart _ -> seen.map(LiveService::restarted);
        };
    }

    @Override
    public DesiredService adopt(LiveService seen) {
        return new AdoptedService(seen).exactly();
    }

    /** A unit goes with the package or the file that brought it; what stands for one that is only masked is its mask. */
    @Override
    public Optional<DesiredService> absent(String key) {
        return UnitId.of(key)
                .map(unit -> new DesiredService(
                        unit.name(), unit.scope(), Optional.empty(), Optional.empty(), Optional.of(false)));
    }

    @Override
    public Optional<DesiredService> firstWish(LiveService seen) {
        return new AdoptedService(seen).first();
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

    @Override
    public String keyOfItself(LiveService seen) {
        return seen.scope().key(seen.aliasOf().orElse(seen.name()));
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

    /** Systemd refuses every job but a stop of what is masked or has no file, also where it runs, and every job of a template. */
    @Override
    public Optional<String> whyDeaf(LiveService seen) {
        if (seen.isMasked()) {
            return Optional.of("it is masked, and systemd restarts nothing that is masked; declare masked: false, or"
                    + " masked: true if it is to go on as it is");
        }
        if (seen.isIn(UnitFileState.NO_FILE)) {
            return Optional.of("it runs without a unit file, and systemd restarts nothing that has none; bring its file"
                    + " back, or declare running: false");
        }
        return Optional.of(seen.name())
                .filter(UnitName::isTemplate)
                .map(name -> "it is a template, of which nothing runs; notify an instance of it, as "
                        + name.exampleOfInstance());
    }

    @Override
    public Optional<String> neededToNotice(String key) {
        return UnitId.of(key).map(unit -> "unit " + unit.name());
    }
}
