package dev.twinsync.port;

import dev.twinsync.domain.timers.LiveTimer;
import dev.twinsync.domain.timers.TimerAction;

/** The timers of this machine: systemd's. */
public interface TimerUnits extends Backend<LiveTimer, TimerAction> {}
