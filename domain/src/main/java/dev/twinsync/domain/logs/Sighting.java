package dev.twinsync.domain.logs;

import java.util.Optional;

/**
 * How often an error was seen since the last capture.
 *
 * @param signature the message without what differs from one time to the next
 * @param firstAt UTC; empty where the lines have no times
 */
public record Sighting(
        String signature,
        Severity severity,
        String unit,
        Optional<String> firstAt,
        Optional<String> lastAt,
        long count) {}
