package dev.twinsync.port.planted;

/** Breaks a rule on purpose. */
public record KnowsAnAdapter(dev.twinsync.os.CommandRunner runner) {}
