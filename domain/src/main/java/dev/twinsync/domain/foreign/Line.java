package dev.twinsync.domain.foreign;

/**
 * A line that things of a plugin may have, besides their key.
 *
 * @param isRequired whether each wish must have it
 * @param isOnlySeen whether it can be wished for
 * @param isSecret whether what it says is masked whatever it is
 */
record Line(String name, ValueType type, boolean isRequired, boolean isOnlySeen, boolean isSecret) {}
