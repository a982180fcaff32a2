package dev.twinsync.util;

/** Breaks a rule on purpose. */
public final class TakesAnything {}
