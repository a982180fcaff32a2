package dev.twinsync.os.services;

import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.port.Attempt;
import java.time.Duration;

/** The hand on one systemd. What it says is no evidence; {@link Deed} looks again. */
interface UnitControl {

    /** Systemd gives a start 90 s by default; units that it waits for come on top. */
    Duration JOB_LIMIT = Duration.ofSeconds(120);

    /** Lets systemd read its unit files again. */
    Attempt reload();

    /** Waits until systemd is done with it. */
    Attempt change(ServiceAction action);

    /** Begins anew with what systemd is starting: there is nothing yet that could be reloaded. Waits until systemd is done with it. */
    Attempt startAnew(Restart action);

    /** Lets systemd forget that a unit failed and how often it tried it again. It refuses that of a unit that is not loaded. */
    Attempt forgetFailures(UnitName unit);
}
