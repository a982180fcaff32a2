package dev.twinsync.os.services;

import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.ServiceAction.Disable;
import dev.twinsync.domain.services.ServiceAction.Enable;
import dev.twinsync.domain.services.ServiceAction.Mask;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.ServiceAction.Start;
import dev.twinsync.domain.services.ServiceAction.Stop;
import dev.twinsync.domain.services.ServiceAction.Unmask;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.os.Answer;
import dev.twinsync.port.Attempt;

/** Changes over D-Bus, where each job says how it ended. */
record BusControl(SystemdBus bus) implements UnitControl {

    @Override
    public Attempt reload() {
        return bus.call("Reload", "").attempted();
    }

    @Override
    public Attempt change(ServiceAction action) {
        var name = action.name().text();
        var names = new String[] {name};
        return switch (action) {
            case Enable _ -> thenReload(bus.call("EnableUnitFiles", "asbb", names, false, false));
            case Disable _ -> thenReload(bus.call("DisableUnitFiles", "asb", names, false));
            case Mask _ -> thenReload(bus.call("MaskUnitFiles", "asbb", names, false, false));
            case Unmask _ ->
                thenReload(bus.call("UnmaskUnitFiles", "asb", names, false)
                        .then(_ -> bus.call("UnmaskUnitFiles", "asb", names, true)));
            case Start _ -> job("StartUnit", action);
            case Stop _ -> job("StopUnit", action);
            case Restart _ -> job("ReloadOrTryRestartUnit", action);
        };
    }

    @Override
    public Attempt startAnew(Restart action) {
        return job("TryRestartUnit", action);
    }

    @Override
    public Attempt forgetFailures(UnitName unit) {
        return bus.call("ResetFailedUnit", "s", unit.text()).attempted();
    }

    /** D-Bus changes links and nothing else. */
    private Attempt thenReload(Answer<Object[]> changed) {
        return changed.then(_ -> bus.call("Reload", "")).attempted();
    }

    /** What a job calls done or failed, the unit itself says better; the other ends only the job knows. */
    private Attempt job(String method, ServiceAction action) {
        return switch (bus.job(method, action.name().text(), JOB_LIMIT)) {
            case Answer.None<String>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<String>(var end) ->
                switch (end) {
                    case "done", "skipped", "failed", "timeout" -> new Attempt.Ran();
                    case "dependency" ->
                        new Attempt.Refused("a unit that it needs could not be started; see systemctl "
                                + action.scope().option() + "list-dependencies " + action.name());
                    case "canceled" -> new Attempt.Refused("another job took its place");
                    case String other -> new Attempt.Refused("systemd gave up its job: " + other);
                };
        };
    }
}
