package dev.twinsync.os.services;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.services.DesiredService;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.Services;
import dev.twinsync.domain.services.UnitId;
import dev.twinsync.port.Backend;
import dev.twinsync.port.BackendContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The real systemd keeps the promises of every backend: a daemon, an instance of a template, a unit of alice, and one without a file. */
@Tag("lab")
class SystemdContractLabTest extends BackendContract<DesiredService, LiveService, ServiceAction> {

    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);
    private static final Optional<Boolean> ANY = Optional.empty();

    @BeforeAll
    static void a_unit_for_users() {
        LabMachine.userUnit("alice", "lab-user.service", LabMachine.daemon());
    }

    @BeforeAll
    static void a_unit_that_runs_on_without_its_file() {
        LabMachine.runningWithoutFile("lab-left.service");
    }

    @Override
    protected Kind<DesiredService, LiveService, ServiceAction> kind() {
        return new Services();
    }

    @Override
    protected Backend<LiveService, ServiceAction> backend() {
        return LabMachine.SYSTEMD;
    }

    @Override
    protected List<List<DesiredService>> journey() {
        return List.of(
                all(YES, YES, ANY),
                all(NO, NO, ANY),
                all(ANY, YES, ANY),
                all(ANY, NO, YES),
                of("lab-left.service").map(unit -> wish(unit, NO, NO, ANY)).toList(),
                all(YES, YES, NO),
                all(NO, NO, NO));
    }

    private static List<DesiredService> all(
            Optional<Boolean> enabled, Optional<Boolean> running, Optional<Boolean> masked) {
        return of("toy-disabled.service", "toy@x.service", "alice/lab-user.service")
                .map(unit -> wish(unit, enabled, running, masked))
                .toList();
    }

    private static Stream<UnitId> of(String... keys) {
        return Stream.of(keys).map(key -> UnitId.of(key).orElseThrow());
    }

    private static DesiredService wish(
            UnitId unit, Optional<Boolean> enabled, Optional<Boolean> running, Optional<Boolean> masked) {
        return new DesiredService(unit.name(), unit.scope(), enabled, running, masked);
    }
}
