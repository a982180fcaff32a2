package dev.twinsync.domain.secrets;

/**
 * A secret within a line.
 *
 * @param rule the rule that found it: {@code value-by-name}
 * @param start of the secret itself, an index into the line
 * @param end behind it
 */
public record Finding(String rule, int start, int end) {}
