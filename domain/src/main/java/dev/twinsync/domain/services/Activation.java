package dev.twinsync.domain.services;

/** Whether it means anything that a unit runs at the moment of a look. */
public enum Activation {
    /** It stays as it was put. */
    STEADY,
    /**
     * Systemd is at it: it starts the unit, or waits to start it again because it ended ({@code Restart=}). That neither runs nor
     * stands still, and only a stop ends it where the unit ends again and again.
     */
    STARTING,
    /** It does one thing and ends: {@code Type=oneshot} without {@code RemainAfterExit}. Tried again after it failed it is {@code STARTING}. */
    ONCE,
    /** Other active units start it when it is needed: sockets, timers, paths, automounts. */
    TRIGGERED,
    /** Whoever calls it over D-Bus starts it, and nothing else does. */
    BUS,
    /** It has no {@code [Install]} section and no other unit wants it: it runs only when somebody starts it. */
    UNCLAIMED,
    /** Systemd cannot read its unit file, so it does not run and cannot be started. */
    UNREADABLE
}
