package dev.twinsync.flow.migrating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.predecessor.OldService;
import dev.twinsync.domain.services.DesiredService;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.port.Simulated;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OldServicesTest {

    private static final UnitName SSH = new UnitName("ssh.service");
    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> UNSAID = Optional.empty();

    private final Ledger ledger = new Ledger();

    /** On its own machine, where ssh is switched on and runs. */
    private List<DesiredService> wishes(Optional<Boolean> enabled, Optional<Boolean> running) {
        var live = List.of(LiveService.steady(SSH, UnitScope.SYSTEM, UnitFileState.ENABLED, true));
        var machine = new Machine(
                _ -> true,
                Optional.empty(),
                _ -> new Observation.Unavailable<>("nobody asks"),
                new Simulated<>(new Services(), live),
                _ -> {
                    throw new IllegalStateException("nobody asks");
                });
        var old = new OldService("ssh.service", Optional.empty(), enabled, running, 2);
        return new OldServices("state/services.yaml", ledger).wishes(List.of(old), Optional.of(machine));
    }

    @Test
    void what_is_not_said_of_a_service_is_not_wished_for() {
        assertEquals(
                List.of(new DesiredService(SSH, UnitScope.SYSTEM, UNSAID, YES, UNSAID)),
                wishes(UNSAID, YES),
                "ssh.service would be switched off");
        assertEquals(List.of(new DesiredService(SSH, UnitScope.SYSTEM, YES, UNSAID, UNSAID)), wishes(YES, UNSAID));
    }

    @Test
    void a_service_of_which_nothing_is_said_is_told_and_left_out() {
        assertEquals(List.of(), wishes(UNSAID, UNSAID));
        assertEquals(2, ledger.leftOut().getFirst().line());
    }
}
