package dev.twinsync.os.planted;

/** Breaks a rule on purpose. */
public record UsesJGit(org.eclipse.jgit.lib.Repository repository) {}
