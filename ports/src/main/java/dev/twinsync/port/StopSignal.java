package dev.twinsync.port;

/** Whether somebody asked twin to stop, as with Ctrl-C: what is under way is finished, and nothing new is begun. */
@FunctionalInterface
public interface StopSignal {

    boolean isRaised();
}
