package dev.twinsync.os.services;

import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.ServiceAction.Enable;
import dev.twinsync.domain.services.ServiceAction.Start;
import dev.twinsync.domain.services.ServiceAction.Stop;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.port.Scope;
import java.util.List;

/** A program of its own, for what twin does when alice runs it. */
final class LabAlice {

    private LabAlice() {}

    public static void main(String[] none) {
        var hers = new UnitName("lab-hers.service");
        var alice = new UnitScope.User("alice");
        var toy = new UnitName("toy-disabled.service");
        for (ServiceAction action : List.of(
                new Start(hers, alice),
                new Stop(hers, alice),
                new Start(toy, UnitScope.SYSTEM),
                new Enable(toy, UnitScope.SYSTEM))) {
            System.out.println(action.op() + " " + action.name() + " " + LabMachine.perform(action));
        }
        if (LabMachine.SYSTEMD.observe(Scope.everything()) instanceof Seen<LiveService> seen) {
            System.out.println("seen "
                    + seen.find("toy-enabled.service")
                            .flatMap(LiveService::state)
                            .orElse(UnitFileState.BAD)
                    + ", alice/lab-hers.service "
                    + (seen.find("alice/lab-hers.service")
                                    .flatMap(LiveService::running)
                                    .orElse(true)
                            ? "running"
                            : "not running"));
        }
    }
}
