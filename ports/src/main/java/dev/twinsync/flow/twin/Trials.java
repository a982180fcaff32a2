package dev.twinsync.flow.twin;

import dev.twinsync.port.Probation;
import dev.twinsync.port.Ticker;

/**
 * What it takes to try something out.
 *
 * @param ticker how time passes
 * @param probation who decides whether it stays
 */
public record Trials(Ticker ticker, Probation probation) {}
