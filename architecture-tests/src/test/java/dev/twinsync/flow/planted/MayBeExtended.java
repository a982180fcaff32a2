package dev.twinsync.flow.planted;

/** Breaks a rule on purpose. */
public class MayBeExtended {}
