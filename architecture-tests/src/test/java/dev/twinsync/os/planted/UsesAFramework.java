package dev.twinsync.os.planted;

/** Breaks a rule on purpose. */
public record UsesAFramework(picocli.CommandLine commandLine) {}
