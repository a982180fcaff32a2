package dev.twinsync.domain.logs;

/**
 * Where a message lies in time.
 *
 * @param lastHour within the hour before the capture
 * @param sinceBoot since the machine was started last
 * @param fresh written since the capture before this one
 */
public record Moment(boolean lastHour, boolean sinceBoot, boolean fresh) {}
