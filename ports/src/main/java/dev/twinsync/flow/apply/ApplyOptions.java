package dev.twinsync.flow.apply;

import dev.twinsync.flow.view.Selection;
import java.time.Duration;

/**
 * How a plan is to be carried out.
 *
 * @param selection what of it
 * @param allowDestructive whether what may cut off the machine is accepted without being asked about
 * @param keepGoing whether a failure stops only what depends on it
 * @param patience how long to wait for another twin that changes the machine
 */
public record ApplyOptions(Selection selection, boolean allowDestructive, boolean keepGoing, Duration patience) {}
