package dev.twinsync.domain;

/** Something that has a name of its own among its kind, as {@code htop} or {@code /etc/hosts}. */
public interface Keyed {
    String key();
}
