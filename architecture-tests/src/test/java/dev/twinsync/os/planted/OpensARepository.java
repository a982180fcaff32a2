package dev.twinsync.os.planted;

/** Breaks a rule on purpose. */
public record OpensARepository(dev.twinsync.git.GitTwinRepo repo) {}
