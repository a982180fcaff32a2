package dev.twinsync.domain.services;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.services.ServiceAction.Disable;
import dev.twinsync.domain.services.ServiceAction.Enable;
import dev.twinsync.domain.services.ServiceAction.Mask;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.ServiceAction.Start;
import dev.twinsync.domain.services.ServiceAction.Stop;
import dev.twinsync.domain.services.ServiceAction.Unmask;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** How services look in documents. */
final class ServiceShapes {

    private ServiceShapes() {}

    static final Shape<DesiredService> DESIRED = desired();

    static final Shape<LiveService> LIVE = live();

    static final Shape<ServiceAction> ACTION = new TaggedShape<>(
            "op",
            Optional.empty(),
            List.of(
                    new Variant<>("enable", Enable.class, action(Enable::new)),
                    new Variant<>("disable", Disable.class, action(Disable::new)),
                    new Variant<>("start", Start.class, action(Start::new)),
                    new Variant<>("stop", Stop.class, action(Stop::new)),
                    new Variant<>("mask", Mask.class, action(Mask::new)),
                    new Variant<>("unmask", Unmask.class, action(Unmask::new)),
                    new Variant<>("restart", Restart.class, action(Restart::new))));

    private static RecordShape<DesiredService> desired() {
        var name = required("name", UnitName.SHAPE, DesiredService::name);
        var scope = withDefault("scope", UnitScope.SHAPE, UnitScope.SYSTEM, DesiredService::scope);
        var enabled = optional("enabled", Shape.truth(), DesiredService::enabled);
        var running = optional("running", Shape.truth(), DesiredService::running);
        var masked = optional("masked", Shape.truth(), DesiredService::masked);
        return new RecordShape<>(
                List.of(name, scope, enabled, running, masked),
                line -> new DesiredService(
                        line.get(name), line.get(scope), line.get(enabled), line.get(running), line.get(masked)));
    }

    private static RecordShape<LiveService> live() {
        var name = required("name", UnitName.SHAPE, LiveService::name);
        var scope = withDefault("scope", UnitScope.SHAPE, UnitScope.SYSTEM, LiveService::scope);
        var state = optional("state", Shape.word(UnitFileState.class), LiveService::state);
        var running = optional("running", Shape.truth(), LiveService::running);
        var activation =
                withDefault("activation", Shape.word(Activation.class), Activation.STEADY, LiveService::activation);
        var triggers = withDefault("triggers", Shape.list(UnitName.SHAPE), List.of(), LiveService::triggers);
        var aliasOf = optional("alias_of", UnitName.SHAPE, LiveService::aliasOf);
        var place = withDefault("file", Shape.word(UnitPlace.class), UnitPlace.SHIPPED, LiveService::place);
        return new RecordShape<>(
                List.of(name, scope, state, running, activation, triggers, aliasOf, place),
                line -> new LiveService(
                        line.get(name),
                        line.get(scope),
                        line.get(state),
                        line.get(running),
                        line.get(activation),
                        line.get(triggers),
                        line.get(aliasOf),
                        line.get(place)));
    }

    private static <A extends ServiceAction> RecordShape<A> action(BiFunction<UnitName, UnitScope, A> constructor) {
        Field<A, UnitName> name = required("name", UnitName.SHAPE, ServiceAction::name);
        Field<A, UnitScope> scope = withDefault("scope", UnitScope.SHAPE, UnitScope.SYSTEM, ServiceAction::scope);
        return new RecordShape<>(List.of(name, scope), line -> constructor.apply(line.get(name), line.get(scope)));
    }
}
