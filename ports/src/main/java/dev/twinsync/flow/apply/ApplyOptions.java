package dev.twinsync.flow.apply;

import dev.twinsync.domain.run.Leeway;
import dev.twinsync.flow.view.Selection;
import java.time.Duration;

/**
 * How a plan is to be carried out.
 *
 * @param selection what of it
 * @param leeway how much of what the plan does not show is accepted; all of it: so is what may cut off the machine, without being asked about
 * @param keepGoing whether a failure stops only what depends on it
 * @param patience how long to wait for another twin that changes the machine
 */
public record ApplyOptions(Selection selection, Leeway leeway, boolean keepGoing, Duration patience) {}
