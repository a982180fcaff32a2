package dev.twinsync.domain.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.services.ServiceAction.Disable;
import dev.twinsync.domain.services.ServiceAction.Enable;
import dev.twinsync.domain.services.ServiceAction.Mask;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.ServiceAction.Start;
import dev.twinsync.domain.services.ServiceAction.Stop;
import dev.twinsync.domain.services.ServiceAction.Unmask;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

public class ServicesTest extends KindLaws<DesiredService, LiveService, ServiceAction> {

    private static final Services SERVICES = new Services();

    @Override
    protected Kind<DesiredService, LiveService, ServiceAction> kind() {
        return SERVICES;
    }

    private static Arbitrary<UnitName> name() {
        return Arbitraries.of(
                        "nginx.service", "ssh.service", "dbus.service", "toy@.service", "toy@x.service", "a.timer")
                .map(UnitName::new);
    }

    private static Arbitrary<UnitScope> scope() {
        return Arbitraries.of(UnitScope.SYSTEM, UnitScope.SYSTEM, new UnitScope.User("alice"));
    }

    private static Arbitrary<Boolean> truth() {
        return Arbitraries.of(true, false);
    }

    @Override
    protected Arbitrary<DesiredService> wish() {
        return Combinators.combine(name(), scope(), truth().optional(), truth().optional(), truth().optional())
                .filter((_, _, enabled, running, masked) ->
                        (enabled.isPresent() || running.isPresent() || masked.isPresent())
                                && !(masked.orElse(false) && (enabled.orElse(false) || running.orElse(false))))
                .as(DesiredService::new);
    }

    @Override
    protected Arbitrary<LiveService> seen() {
        return Combinators.combine(
                        name(),
                        scope(),
                        Arbitraries.of(UnitFileState.class).optional(0.95),
                        truth(),
                        Arbitraries.of(Activation.class),
                        truth(),
                        Arbitraries.of(UnitPlace.class))
                .filter((name, _, state, _, _, _, _) -> !name.isTemplate() || !isWithoutFile(state))
                .as(ServicesTest::live);
    }

    private static LiveService live(
            UnitName name,
            UnitScope scope,
            Optional<UnitFileState> state,
            boolean running,
            Activation activation,
            boolean plain,
            UnitPlace place) {
        boolean alias = state.equals(Optional.of(UnitFileState.ALIAS));
        boolean withoutFile = isWithoutFile(state);
        boolean cannotStart = name.isTemplate() && activation == Activation.STARTING;
        var kept = plain || alias || withoutFile || cannotStart ? Activation.STEADY : activation;
        boolean steady = kept == Activation.STEADY && !alias && !name.isTemplate();
        return new LiveService(
                name,
                scope,
                state,
                Optional.of(running || withoutFile).filter(_ -> steady),
                kept,
                kept == Activation.TRIGGERED ? List.of(new UnitName("t.socket")) : List.of(),
                alias ? Optional.of(new UnitName("other.service")) : Optional.empty(),
                withoutFile ? UnitPlace.SHIPPED : place);
    }

    private static boolean isWithoutFile(Optional<UnitFileState> state) {
        return state.equals(Optional.of(UnitFileState.NO_FILE));
    }

    @Override
    protected Arbitrary<ServiceAction> action() {
        return Combinators.combine(name(), scope(), Arbitraries.integers().between(0, 6))
                .as((name, scope, op) -> switch (op) {
                    case 0 -> new Enable(name, scope);
                    case 1 -> new Disable(name, scope);
                    case 2 -> new Start(name, scope);
                    case 3 -> new Stop(name, scope);
                    case 4 -> new Mask(name, scope);
                    case 5 -> new Unmask(name, scope);
                    default -> new Restart(name, scope);
                });
    }

    @Override
    protected boolean agrees(DesiredService wish, Optional<LiveService> found) {
        if (found.isEmpty()) {
            return !wish.enabled().orElse(false)
                    && !wish.running().orElse(false)
                    && !wish.masked().orElse(false);
        }
        var unit = found.get();
        var state = unit.state().map(UnitFileState::word).orElse("unknown");
        boolean enabled = wish.enabled()
                .map(wanted -> wanted ? state.equals("enabled") : isOff(state))
                .orElse(true);
        boolean masked = wish.masked()
                .map(wanted -> wanted ? state.equals("masked") : !state.startsWith("masked"))
                .orElse(true);
        boolean running = wish.running()
                .map(wanted -> wanted
                        ? unit.running().equals(Optional.of(true))
                        : unit.running().equals(Optional.of(false))
                                || List.of(Activation.ONCE, Activation.UNREADABLE)
                                        .contains(unit.activation()))
                .orElse(true);
        boolean decidable = !unit.name().isTemplate()
                || (wish.enabled().isEmpty() && wish.running().isEmpty());
        return unit.aliasOf().isEmpty() && enabled && masked && running && decidable;
    }

    private static boolean isOff(String state) {
        return List.of("disabled", "enabled-runtime", "linked", "linked-runtime", "masked", "masked-runtime", "no-file")
                .contains(state);
    }

    @Test
    void undoing_enable_and_start_brings_back_a_disabled_stopped_unit() {
        var before = LiveService.steady(new UnitName("nginx.service"), UnitScope.SYSTEM, UnitFileState.DISABLED, false);
        var changed = LiveService.steady(before.name(), before.scope(), UnitFileState.ENABLED, true);
        var undone = Decisions.perform(changed, Decisions.plan(SERVICES.adopt(before), changed));
        assertEquals(before, undone);
    }

    @Test
    void what_failed_is_started_so_that_it_notices_something() {
        var start = new Start(new UnitName("nginx.service"), UnitScope.SYSTEM);
        assertEquals(Optional.of(start), SERVICES.whenFailed("nginx.service"));
    }

    @Test
    void what_is_wished_to_be_stopped_or_masked_stands_still() {
        assertFalse(SERVICES.standsStill(Optional.empty(), Optional.empty()));
        for (boolean runs : List.of(true, false)) {
            var seen = Optional.of(live(UnitFileState.ENABLED, runs));
            assertFalse(SERVICES.standsStill(Optional.empty(), seen));
            assertFalse(SERVICES.standsStill(Optional.of(wish(null, true, null)), seen));
            assertFalse(SERVICES.standsStill(Optional.of(wish(false, null, null)), seen));
            assertTrue(SERVICES.standsStill(Optional.of(wish(true, false, null)), seen));
            assertTrue(SERVICES.standsStill(Optional.of(wish(null, false, false)), seen));
            assertTrue(SERVICES.standsStill(Optional.of(wish(null, null, true)), seen));
            assertTrue(SERVICES.standsStill(Optional.of(wish(null, null, true)), Optional.empty()));
        }
    }

    @Test
    void what_is_masked_and_does_not_run_stands_still_also_where_its_mask_is_to_go_and_does_not() {
        var masked = Optional.of(live(UnitFileState.MASKED, false));
        assertTrue(SERVICES.standsStill(Optional.empty(), masked));
        assertTrue(SERVICES.standsStill(Optional.of(wish(null, true, null)), masked));
        assertTrue(SERVICES.standsStill(Optional.of(wish(null, null, false)), masked));
        var unmasked =
                SERVICES.after(masked, new ServiceAction.Unmask(new UnitName("nginx.service"), UnitScope.SYSTEM));
        assertFalse(SERVICES.standsStill(Optional.of(wish(null, null, false)), unmasked));
        assertFalse(SERVICES.standsStill(Optional.empty(), Optional.of(live(UnitFileState.MASKED, true))));
    }

    @Test
    void what_is_masked_can_notice_nothing_whether_it_runs_or_not() {
        for (var mask : List.of(UnitFileState.MASKED, UnitFileState.MASKED_RUNTIME)) {
            assertTrue(SERVICES.whyDeaf(live(mask, true)).isPresent());
        }
        assertEquals(Optional.empty(), SERVICES.whyDeaf(live(UnitFileState.ENABLED, true)));
    }

    @Test
    void what_has_no_unit_file_or_is_a_template_can_notice_nothing() {
        assertTrue(SERVICES.whyDeaf(live(UnitFileState.NO_FILE, true)).isPresent());
        var template =
                LiveService.steady(new UnitName("toy@.service"), UnitScope.SYSTEM, UnitFileState.DISABLED, false);
        assertEquals(
                Optional.of("it is a template, of which nothing runs; notify an instance of it, as toy@NAME.service"),
                SERVICES.whyDeaf(template));
    }

    private static LiveService live(UnitFileState state, boolean running) {
        return LiveService.steady(new UnitName("nginx.service"), UnitScope.SYSTEM, state, running);
    }

    private static DesiredService wish(Boolean enabled, Boolean running, Boolean masked) {
        return new DesiredService(
                new UnitName("nginx.service"),
                UnitScope.SYSTEM,
                Optional.ofNullable(enabled),
                Optional.ofNullable(running),
                Optional.ofNullable(masked));
    }

    @Test
    void a_unit_must_be_there_to_notice_something() {
        assertEquals(Optional.of("unit web.service"), SERVICES.neededToNotice("alice/web.service"));
        assertEquals(Optional.empty(), SERVICES.neededToNotice("homeassistant.restart"));
    }
}
