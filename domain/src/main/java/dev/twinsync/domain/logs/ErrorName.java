package dev.twinsync.domain.logs;

/**
 * By what an error is known from one time to the next.
 *
 * @param text what it always says
 */
record ErrorName(String unit, String text) {}
