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
import dev.twinsync.port.Attempt;
import java.util.List;

/** Changes by {@code systemctl}, which reads the unit files again by itself. */
record SystemctlControl(Systemctl systemctl) implements UnitControl {

    @Override
    public Attempt reload() {
        return systemctl.reload().attempted();
    }

    @Override
    public Attempt change(ServiceAction action) {
        return systemctl.change(JOB_LIMIT, verb(action), List.of(action.name())).attempted();
    }

    @Override
    public Attempt startAnew(Restart action) {
        return systemctl
                .change(JOB_LIMIT, "try-restart", List.of(action.name()))
                .attempted();
    }

    @Override
    public Attempt forgetFailures(UnitName unit) {
        return systemctl.change(JOB_LIMIT, "reset-failed", List.of(unit)).attempted();
    }

    private static String verb(ServiceAction action) {
        return switch (action) {
            case Enable _ -> "enable";
            case Disable _ -> "disable";
            case Start _ -> "start";
            case Stop _ -> "stop";
            case Mask _ -> "mask";
            case Unmask _ -> "unmask";
            case Restart _ -> "try-reload-or-restart";
        };
    }
}
