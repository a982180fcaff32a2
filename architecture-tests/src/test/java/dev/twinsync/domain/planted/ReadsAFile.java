package dev.twinsync.domain.planted;

/** Breaks a rule on purpose. */
public record ReadsAFile(java.nio.file.Path path) {}
