package dev.twinsync.domain.services;

/** Where the file of a unit lies, as far as that stands in the way of something. */
public enum UnitPlace {
    /** Where packages put it. */
    SHIPPED,
    /** In the very place where its mask would lie. */
    OWN,
    /** Anywhere on the disk; systemd knows it by a link, which lies where its mask would. */
    LINKED
}
