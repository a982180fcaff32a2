package dev.twinsync.git.planted;

/** Breaks a rule on purpose. */
public record KnowsTheMachine(dev.twinsync.os.CommandRunner runner) {}
